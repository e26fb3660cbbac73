import Intervention

extension JudgedInterview {
    func payload() -> PayloadObject {
        var object = PayloadObject()
        object.set("interview", text: interview.id.description)
        object.set("instrument", text: interview.instrument.text)
        object.set("result", text: interview.result.rawValue)
        switch interview.collector {
        case .callCentre: object.set("callCentre", .boolean(true))
        case .staff(let code): object.set("collector", text: code.text)
        }
        object.set("respondent", text: interview.respondent?.rawValue)
        switch interview.response {
        case .score(let score): object.set("givenBillionths", .integer(score.billionths))
        case .items(let items): object.set("items", .array(items.map(JudgedInterview.payload)))
        case nil: break
        }
        object.set("scoreBillionths", score.map { .integer($0.billionths) })
        if !flaws.isEmpty { object.set("flaws", .array(flaws.map { .string($0.rawValue) })) }
        object.set("thresholdBillionths", .integer(threshold.score.billionths))
        object.set("thresholdOperator", text: threshold.comparison.rawValue)
        object.set("therapistMayCollect", .boolean(therapistMayCollect))
        if !collectorTeams.isEmpty {
            object.set("collectorTeams", .array(collectorTeams.map { .string($0.description) }))
        }
        if !unaskedPhases.isEmpty { object.set("unaskedPhases", .array(unaskedPhases.map { .string($0.text) })) }
        switch basis {
        case .definition(let version): object.set("definition", .integer(Int64(version.number)))
        case .instrument: object.set("definition", .boolean(false))
        case nil: break
        }
        return object
    }

    init(_ reader: inout PayloadReader) throws(PayloadFault) {
        let collector: Collector
        if let code = try reader.optionalText("collector", { StaffCode($0) }) {
            collector = .staff(code)
        } else {
            guard try reader.truth("callCentre") else { throw .wrongForm("callCentre") }
            collector = .callCentre
        }
        interview = Interview(
            id: try reader.id("interview"), instrument: try reader.text("instrument") { InstrumentID($0) },
            result: try reader.word("result", as: InterviewResult.self), collector: collector,
            respondent: try reader.optionalWord("respondent", as: Respondent.self),
            response: try JudgedInterview.response(&reader)
        )
        score = try reader.optionalNumber("scoreBillionths") { AdherenceScore(billionths: $0) }
        flaws = []
        for value in try reader.list("flaws") {
            guard case .string(let text) = value, let flaw = InterviewFlaw(rawValue: text) else {
                throw .wrongForm("flaws")
            }
            flaws.append(flaw)
        }
        threshold = AdherenceThreshold(
            score: try reader.number("thresholdBillionths") { AdherenceScore(billionths: $0) },
            comparison: try reader.word("thresholdOperator", as: ThresholdOperator.self)
        )
        therapistMayCollect = try reader.truth("therapistMayCollect")
        collectorTeams = try JudgedInterview.texts("collectorTeams", in: &reader) { TeamID(uuid: $0) }
        unaskedPhases = try JudgedInterview.texts("unaskedPhases", in: &reader) { PhaseID($0) }
        basis = try JudgedInterview.basis(&reader)
    }

    /// The version of a definition; false for none, since the closed form has no null.
    private static func basis(_ reader: inout PayloadReader) throws(PayloadFault) -> ScoringBasis? {
        switch reader.take("definition") {
        case nil: return nil
        case .boolean(false): return .instrument
        case .integer(let number):
            guard let number = Int32(exactly: number), number >= 1 else { throw .wrongForm("definition") }
            return .definition(InstrumentVersion(number))
        default: throw .wrongForm("definition")
        }
    }

    private static func texts<Value>(
        _ name: String, in reader: inout PayloadReader, _ form: (String) -> Value?
    ) throws(PayloadFault) -> [Value] {
        var values: [Value] = []
        for value in try reader.list(name) {
            guard case .string(let text) = value, let formed = form(text) else { throw .wrongForm(name) }
            values.append(formed)
        }
        return values
    }

    private static func response(_ reader: inout PayloadReader) throws(PayloadFault) -> Interview.Response? {
        if let score = try reader.optionalNumber("givenBillionths", { AdherenceScore(billionths: $0) }) {
            return .score(score)
        }
        guard let value = reader.take("items") else { return nil }
        guard case .array(let values) = value else { throw .wrongForm("items") }
        var items: [Interview.ItemScore] = []
        for value in values {
            switch value {
            case .integer(1): items.append(.one)
            case .integer(0): items.append(.zero)
            case .boolean(false): items.append(.notAnswered)
            default: throw .wrongForm("items")
            }
        }
        return .items(items)
    }

    /// 1 and 0 as numbers; false for not answered, since the closed form has no null.
    private static func payload(_ item: Interview.ItemScore) -> PayloadValue {
        switch item {
        case .one: .integer(1)
        case .zero: .integer(0)
        case .notAnswered: .boolean(false)
        }
    }
}
