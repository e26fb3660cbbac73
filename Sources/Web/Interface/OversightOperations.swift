import API
import Accounts
import CivilDate
import Intervention
import OpenID
import Practice
import Sites

/// Who saw what, who has an account, how long records are kept; and what is done about it.
struct OversightOperations: Sendable {
    private static let usualPart = 100

    func accessLog(_ call: APICall) async throws -> APIAnswer {
        var question = try question(call)
        if let ref = call.query["episode"].flatMap({ EpisodeRef($0) }) { question.subject = .episode(ref) }
        if let person = call.query["person"].flatMap({ PersonID(uuid: $0) }) { question.subject = .person(person) }
        return answer(try await call.practice.accessLog(question, at: try call.site()))
    }

    func networkLog(_ call: APICall) async throws -> APIAnswer {
        answer(try await call.practice.networkLog(try question(call)))
    }

    private func question(_ call: APICall) throws(Problem) -> AccessLogQuestion {
        var question = AccessLogQuestion()
        question.account = call.query["account"].flatMap { AccountCode($0) }
        question.action = call.query["action"].flatMap { Action(rawValue: $0) }
        question.outcome = call.query["outcome"].flatMap { Look.Outcome(rawValue: $0) }
        question.from = try call.day("from")
        question.through = try call.day("through")
        question.atMost = call.query["limit"].flatMap { Int($0) } ?? Self.usualPart
        if let text = call.query["after"] {
            guard let number = Int64(text) else { throw .wrongParameter("after", .text(most: 40)) }
            question.after = Arrival(number)
        }
        return question
    }

    private func answer(_ part: AccessLogPart) -> APIAnswer {
        APIAnswer(["looks": .list(part.looks.map(\.json)), "after": .text(part.next)])
    }

    func alerts(_ call: APICall) async throws -> APIAnswer {
        let alerts = try await call.practice.accessAlerts(at: try call.site(), from: try call.day("from"))
        return APIAnswer([
            "alerts": .list(
                alerts.map { alert in
                    [
                        "day": .text("\(alert.day)"), "kind": .text(alert.kind), "number": .integer(alert.number),
                        "look": alert.look.json,
                    ]
                })
        ])
    }

    func openedRecords(_ call: APICall) async throws -> APIAnswer {
        let records = try await call.practice.openedRecords(at: try call.site(), from: try call.day("from"))
        return APIAnswer([
            "records": .list(
                records.map { record in
                    [
                        "episode": .text("\(record.episode)"), "ref": .text(record.ref), "actor": .text(record.actor),
                        "openedAt": .text("\(record.openedAt)"), "until": .text("\(record.until)"),
                        "reason": .text(record.reason), "reviewedBy": .text(record.reviewedBy),
                    ]
                })
        ])
    }

    func retention(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.retention(at: try call.site())
        return APIAnswer([
            "records": .list(sheet.entries.map(\.json)), "proposals": .list(sheet.proposals.map(\.json)),
            "stubs": .integer(sheet.stubs), "pendingKeys": .integer(sheet.pendingKeys),
        ])
    }

    func accounts(_ call: APICall) async throws -> APIAnswer {
        let sheets = try await call.practice.accounts.list(at: try call.site())
        return APIAnswer(["accounts": .list(sheets.map { .object($0.members) })])
    }

    func account(_ call: APICall) async throws -> APIAnswer {
        guard let code = call.path["account"].flatMap({ AccountCode($0) }) else { throw Problem.absent }
        let (site, work) = (try call.site(), call.practice.accounts)
        let sheet = try await work.show(code, at: site)
        let sessions = try await work.sessions(of: code, at: site)
        let tokens = try await work.tokens(of: code, at: site)
        return APIAnswer(
            .object(
                sheet.members + [
                    .init("sessions", .list(sessions.map(\.json))), .init("tokens", .list(tokens.map(\.json))),
                ]))
    }

    func providers(_ call: APICall) async throws -> APIAnswer {
        let found = try await call.practice.accounts.listProviders(of: try call.site())
        return APIAnswer([
            "providers": .list(
                found.map { entry in
                    [
                        "code": .text(entry.code.text), "issuer": .text("\(entry.issuer.url)"),
                        "hasSecret": .boolean(entry.hasSecret), "links": .integer(entry.links),
                    ]
                })
        ])
    }
}

/// What is done about access, retention and figures, each once.
extension OversightOperations {
    func open(_ call: APICall) async throws -> APIAnswer {
        let hours = WriteReading(call: call).number("hours").flatMap { GlassHours($0) } ?? .usual
        let written = try await call.practice.breakGlassOnce(
            try call.episode(), at: try call.site(), because: try reason(call), for: hours, as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func shut(_ call: APICall) async throws -> APIAnswer {
        let written = try await call.practice.closeGlassOnce(
            try call.episode(), at: try call.site(), as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func review(_ call: APICall) async throws -> APIAnswer {
        guard let account = WriteReading(call: call).text("openedBy").flatMap({ AccountCode($0) }) else {
            throw WriteReading(call: call).wrong("openedBy", "Give the code of an account.")
        }
        let written = try await call.practice.reviewGlassOnce(
            try call.episode(), openedBy: account, at: try call.site(), as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func hold(_ call: APICall) async throws -> APIAnswer {
        let written = try await call.practice.holdOnce(
            try call.child(), because: try reason(call), at: try call.site(), as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func release(_ call: APICall) async throws -> APIAnswer {
        let written = try await call.practice.releaseOnce(try call.child(), at: try call.site(), as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    func answerOutlier(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        guard let number = call.number("number").flatMap({ OutlierNumber($0) }) else { throw Problem.absent }
        let written = try await call.practice.answerOnce(
            number, at: try call.site(), finding: try body.word("check"), saying: body.text("text") ?? "",
            as: try keyed(call))
        return try WriteOperations().answer(written, call)
    }

    private func keyed(_ call: APICall) throws(Problem) -> KeyedWrite { try WriteOperations().keyed(call) }

    private func reason(_ call: APICall) throws(Problem) -> String {
        let body = WriteReading(call: call)
        guard let text = body.text("because") else { throw body.wrong("because", "Say why.") }
        return text
    }
}
