import API
import CivilDate
import EpisodeStore
import HTTPTypes
import Intervention
import Practice
import Sites

/// What is on record of families and teams, and what is asked with a body because it must not stand in an address.
struct RecordOperations: Sendable {
    func facts(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.facts(of: try call.episode(), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func events(_ call: APICall) async throws -> APIAnswer {
        answer(try await call.practice.events(of: try call.episode(), at: try call.site()), call)
    }

    func childEvents(_ call: APICall) async throws -> APIAnswer {
        answer(try await call.practice.events(of: try call.child(), at: try call.site()), call)
    }

    func teamEvents(_ call: APICall) async throws -> APIAnswer {
        answer(try await call.practice.events(of: try call.ownTeam(), at: try call.site()), call)
    }

    private func answer(_ sheet: EventSheet, _ call: APICall) -> APIAnswer {
        APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func child(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.child(try call.child(), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func team(_ call: APICall) async throws -> APIAnswer {
        let sheet = try await call.practice.team(try call.ownTeam(), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func measures(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(try await call.practice.measures(of: try call.ownTeam(), at: try call.site()).json)
    }

    func previewMove(_ call: APICall) async throws -> APIAnswer {
        guard let reason = call.query["because"].flatMap({ ModelMove.Reason(rawValue: $0) }) else {
            throw Problem.wrongParameter("because", .word(ModelMove.Reason.self))
        }
        let request = EpisodeMoveRequest(
            model: call.number("modelVersion").map { ModelVersion($0) },
            settings: call.number("settingsVersion").map { SettingsVersion($0) }, because: reason)
        let preview = try await call.practice.preview(moving: try call.episode(), at: try call.site(), request)
        return APIAnswer(preview.json)
    }

    func search(_ call: APICall) async throws -> APIAnswer {
        guard case .text(let text)? = call.body["text"] else { throw Problem(.wrongBody, "Give a text.") }
        let result = try await call.practice.search(text, at: try call.site())
        return APIAnswer(["isCut": .boolean(result.isCut), "people": .list(result.hits.map(\.json))])
    }

    func person(_ call: APICall) async throws -> APIAnswer {
        guard let person = call.path["person"].flatMap({ PersonID(uuid: $0) }) else { throw Problem.absent }
        let sheet = try await call.practice.person(.person(person), at: try call.site())
        return APIAnswer(sheet.json).tagged(sheet.version.number)
    }

    func recordPerson(_ call: APICall) async throws -> APIAnswer {
        guard let person = call.path["person"].flatMap({ PersonID(uuid: $0) }) else { throw Problem.absent }
        return try await record(.person(person), call, seen: try call.match())
    }

    func recordRelative(_ call: APICall) async throws -> APIAnswer {
        let kinship = WriteReading(call: call).text("kinship") ?? ""
        guard let target = PersonTarget(familyOf: try call.child(), kinship: kinship) else {
            throw WriteReading(call: call).wrong(
                "kinship", "Give one of " + PersonTarget.kinships.joined(separator: ", ") + ".")
        }
        return try await record(target, call, seen: nil)
    }

    private func record(_ target: PersonTarget, _ call: APICall, seen: StreamSeq?) async throws -> APIAnswer {
        let site = try call.site()
        let written = try await call.practice.recordPersonOnce(
            target, WriteReading(call: call).particulars, seen: seen, at: site, as: try WriteOperations().keyed(call))
        var answer = APIAnswer(["person": .text(written.made)])
        if let made = written.made {
            answer.headers.append((.location, "\(OpenAPIDocument.root)/sites/\(site)/people/\(made)"))
        }
        return written.told.flatMap { Int64($0) }.map { answer.tagged($0) } ?? answer
    }

    func screen(_ call: APICall) async throws -> APIAnswer {
        let body = WriteReading(call: call)
        let answers = ReferralAnswers(
            answers: body.map("answers") { Answer(rawValue: $0) }, days: body.map("days") { CivilDate(iso: $0) })
        let day = body.text("on").flatMap { CivilDate(iso: $0) }
        let found = try await call.practice.screen(try body.profile(), answers, at: try call.site(), on: day)
        return APIAnswer(["models": .list(found.map(\.json))])
    }
}

extension PersonHit {
    fileprivate var json: JSON {
        .object(
            [
                .init("id", .text("\(person)")), .init("isChild", .boolean(isChild)),
                .init("children", .list(children.map { .text($0.text) })),
            ] + named.map { .init($0.name, .text($0.text)) })
    }
}

extension PersonSheet {
    fileprivate var json: JSON {
        .object(
            [.init("id", .text("\(person)")), .init("ref", .text(ref))] + named.map { .init($0.name, .text($0.text)) }
                + [
                    .init(
                        "addresses",
                        .list(
                            told.map { address in
                                [
                                    "address": .text(address.text), "isSensitive": .boolean(address.isSensitive),
                                    "from": .text(address.from), "until": .text(address.until),
                                ]
                            })),
                    .init(
                        "relatives",
                        .list(
                            relatives.map { relative in
                                [
                                    "id": .text("\(relative.person)"), "name": .text(relative.name),
                                    "kinship": .text(relative.word), "isChild": .boolean(relative.isChild),
                                ]
                            })),
                ])
    }
}

extension Eligibility {
    fileprivate var json: JSON {
        [
            "model": .text(model.text), "verdict": .text(verdict.rawValue),
            "reasons": .list(
                reasons.map { reason in
                    [
                        "code": .text(reason.code), "verdict": .text(reason.verdict.rawValue),
                        "sentence": .text(reason.sentence), "source": .text(reason.source),
                    ]
                }),
        ]
    }
}

extension MeasureSheet {
    fileprivate var json: JSON {
        ["team": .text(team.text), "least": .integer(least), "slots": .list(summaries.map(MeasureSheet.json))]
    }

    private static func json(_ summary: RatedSummary) -> JSON {
        [
            "measure": .text(summary.slot.instrument.text), "about": .text(summary.slot.about),
            "from": .text("\(summary.slot.from)"), "raters": summary.raters.map { .integer($0) } ?? .null,
            "figure": json(summary.whole),
            "sections": .list(
                summary.sections.sorted { $0.key < $1.key }.map { key, figure in
                    ["section": .text(key.text), "figure": json(figure)]
                }),
        ]
    }

    /// Null when there are too few raters.
    private static func json(_ figure: RatedFigure) -> JSON {
        switch figure {
        case .suppressed: .null
        case .mean(let score): ["mean": .decimal("\(score)")]
        case .atMost(let score): ["atMost": .decimal("\(score)")]
        case .atLeast(let score): ["atLeast": .decimal("\(score)")]
        }
    }
}
