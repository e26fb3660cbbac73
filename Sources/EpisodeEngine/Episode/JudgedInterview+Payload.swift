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
        case .selfEntry: object.set("selfEntry", .boolean(true))
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
        } else if let isAlone = reader.take("selfEntry") {
            guard isAlone.truth == true else { throw .wrongForm("selfEntry") }
            collector = .selfEntry
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
        flaws = try reader.texts("flaws") { InterviewFlaw(rawValue: $0) }
        threshold = AdherenceThreshold(
            score: try reader.number("thresholdBillionths") { AdherenceScore(billionths: $0) },
            comparison: try reader.word("thresholdOperator", as: ThresholdOperator.self)
        )
        therapistMayCollect = try reader.truth("therapistMayCollect")
        collectorTeams = try reader.list("collectorTeams") { $0.id() }
        unaskedPhases = try reader.texts("unaskedPhases") { PhaseID($0) }
        basis = try JudgedInterview.basis(&reader)
    }

    /// The version of a definition; false for none, since the closed form has no null.
    private static func basis(_ reader: inout PayloadReader) throws(PayloadFault) -> ScoringBasis? {
        guard let basis = reader.take("definition") else { return nil }
        if basis.truth == false { return .instrument }
        guard let number = basis.number.flatMap({ Int32(exactly: $0) }), number >= 1 else {
            throw .wrongForm("definition")
        }
        return .definition(InstrumentVersion(number))
    }

    private static func response(_ reader: inout PayloadReader) throws(PayloadFault) -> Interview.Response? {
        if let score = try reader.optionalNumber("givenBillionths", { AdherenceScore(billionths: $0) }) {
            return .score(score)
        }
        let items = try reader.optionalList("items") { value -> Interview.ItemScore? in
            switch (value.number, value.truth) {
            case (1, nil): .one
            case (0, nil): .zero
            case (nil, false): .notAnswered
            default: nil
            }
        }
        return items.map { .items($0) }
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
