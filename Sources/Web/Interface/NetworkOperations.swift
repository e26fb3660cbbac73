import API
import CivilDate
import Intervention
import Practice
import Reporting
import Sites

/// What is done of the network: outliers, editions, prospective sites.
struct NetworkOperations: Sendable {
    /// The version of the program, which editions print.
    let program: String
    let models: ModelRegistry

    func previewOutliers(_ call: APICall) async throws -> APIAnswer {
        guard let model = call.query["model"].flatMap({ ModelID($0) }),
            let indicator = call.query["indicator"].flatMap({ Indicator(rawValue: $0) }),
            let from = try call.day("from"), let through = try call.day("to")
        else { throw Problem.absent }
        let sweep = try await call.practice.raiseOutliers(
            by: indicator, of: model, from: from, through: through, dryRun: true)
        return APIAnswer(sweep.json)
    }

    func raiseOutliers(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.raiseOutliersOnce(
                by: try body.word("indicator"), of: try body.term("model"), from: try body.day("from"),
                through: try body.day("to"), as: try keyed(call)), call)
    }

    func takeStep(_ call: APICall) async throws -> APIAnswer {
        guard let number = call.number("number").flatMap({ OutlierNumber($0) }) else { throw Problem.absent }
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.takeOnce(
                try step(body), of: number, saying: body.text("text") ?? "", as: try keyed(call)), call)
    }

    private func step(_ body: WriteReading) throws(Problem) -> OutlierStep.Step {
        let decision: OutlierStep.Decision? = body.optional("decision")
        switch (body.text("step"), decision) {
        case ("decided", let decision?): return .decided(decision)
        case ("decided", nil): throw body.wrong("decision", "Say what follows.")
        case ("published", nil): return .published
        case ("withdrawn", nil): return .withdrawn
        default: throw body.wrong("decision", "Leave it out: only a decision says what follows.")
        }
    }

    func previewEdition(_ call: APICall) async throws -> APIAnswer {
        let draft = try await call.practice.freeze(try request(call), madeBy: program, dryRun: true)
        return APIAnswer(.written(try draft.document.canonical))
    }

    func freezeEdition(_ call: APICall) async throws -> APIAnswer {
        try written(
            try await call.practice.freezeOnce(try request(call), madeBy: program, as: try keyed(call)), call)
    }

    private func request(_ call: APICall) throws -> EditionRequest {
        let body = WriteReading(call: call)
        let model = body.text("model").flatMap { ModelID($0) }
        if let model, models.newest(model) == nil { throw Problem(.refused, "The programme has no such model.") }
        return try EditionRequest(
            try body.word("profile"), from: try body.day("from"), through: try body.day("to"), model: model,
            restating: body.number("restates").flatMap { EditionNumber($0) }, note: body.text("note"))
    }

    func addProspect(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.addProspectOnce(
                try body.code("code"), name: body.text("name") ?? "", as: try keyed(call)), call)
    }

    func reachStage(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.reachOnce(
                try body.word("stage"), by: try prospect(call), on: try body.day("on"),
                because: body.text("because"), as: try keyed(call)), call)
    }

    func voidStage(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        return try written(
            try await call.practice.voidOnce(
                try body.word("stage"), of: try prospect(call), on: try body.day("on"),
                because: body.text("because") ?? "", as: try keyed(call)), call)
    }

    private func prospect(_ call: APICall) throws(Problem) -> SiteCode {
        guard let code = call.path["prospect"].flatMap({ SiteCode($0) }) else { throw .absent }
        return code
    }

    private func keyed(_ call: APICall) throws(Problem) -> KeyedWrite { try WriteOperations().keyed(call) }

    private func written(_ written: WrittenOnce, _ call: APICall) throws -> APIAnswer {
        try WriteOperations().answer(written, call)
    }
}

extension OutlierSweep {
    fileprivate var json: JSON {
        [
            "found": .list(found.map(\.json)), "within": .list(within.map { .text($0.text) }),
            "withoutCases": .list(withoutCases.map { .text($0.text) }),
        ]
    }
}

extension OutlierSweep.Found {
    fileprivate var json: JSON {
        [
            "site": .text(site.text), "numerator": .integer(finding.numerator),
            "denominator": .integer(finding.denominator), "networkNumerator": .integer(finding.networkNumerator),
            "networkDenominator": .integer(finding.networkDenominator), "signal": .text(finding.signal.rawValue),
            "isNew": .boolean(isNew),
        ]
    }
}
