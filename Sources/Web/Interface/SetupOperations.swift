import API
import CivilDate
import EpisodeStore
import Intervention
import Practice
import Reporting
import Sites

/// How sites are set up, and what is told of the programme: figures that stand out, editions, reviews.
struct SetupOperations: Sendable {
    func instruments(_ call: APICall) async throws -> APIAnswer {
        let shelf = try await call.practice.instruments(at: try call.site())
        return APIAnswer([
            "instruments": .list(
                shelf.entries.map { entry in
                    [
                        "id": .text(entry.definition.id.text),
                        "version": .integer(Int(entry.definition.version.number)),
                        "title": .text(entry.definition.title), "items": .integer(entry.definition.items.count),
                        "words": .boolean(entry.definition.isShowable), "loadedAt": .text(entry.loadedAt),
                    ]
                })
        ])
    }

    func configuration(_ call: APICall) async throws -> APIAnswer {
        let version = call.number("version").map { SettingsVersion($0) }
        let applied = try await call.practice.configuration(of: try call.site(), version: version)
        return APIAnswer([
            "version": .integer(Int(applied.version.number)), "appliedAt": .text("\(applied.appliedAt)"),
            "appliedBy": .text(applied.appliedBy), "document": .text(applied.document),
        ]).tagged(Int64(applied.version.number))
    }

    func overrides(_ call: APICall) async throws -> APIAnswer {
        guard let model = call.path["model"].flatMap({ ModelID($0) }) else { throw Problem.absent }
        let found = try await call.practice.overrides(of: model)
        return APIAnswer([
            "overrides": .list(
                found.map { site, setting in
                    [
                        "site": .text(site.text), "key": .text(setting.key.text), "value": .text(setting.written),
                        "from": .text("\(setting.from)"), "reason": .text(setting.reason),
                    ]
                })
        ])
    }

    func review(_ call: APICall) async throws -> APIAnswer {
        guard let from = try call.day("from") else { throw Problem.wrongParameter("from", .day) }
        guard let through = try call.day("to") else { throw Problem.wrongParameter("to", .day) }
        let review = try await call.practice.programmeReview(of: try call.site(), from: from, through: through)
        return APIAnswer(.written(review.document.json()))
    }

    func frozenReview(_ call: APICall) async throws -> APIAnswer {
        guard let number = call.number("number").flatMap({ ReviewNumber($0) }) else { throw Problem.absent }
        return APIAnswer(.written(try await call.practice.frozenReview(number, of: try call.site()).json))
    }

    func outliers(_ call: APICall) async throws -> APIAnswer {
        let found = try await call.practice.outliers(of: try call.site())
        return APIAnswer(["outliers": .list(found.map(\.json))])
    }

    func networkOutliers(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(["outliers": .list(try await call.practice.outliers().map(\.json))])
    }

    func editions(_ call: APICall) async throws -> APIAnswer {
        let found = try await call.practice.editions(at: try call.site())
        return APIAnswer(["editions": .list(found.map(\.json))])
    }

    func editionChanges(_ call: APICall) async throws -> APIAnswer {
        guard let one = call.number("number").flatMap({ EditionNumber(Int($0)) }),
            let other = call.number("other").flatMap({ EditionNumber(Int($0)) })
        else { throw Problem.absent }
        let refs = try await call.practice.changedEpisodes(between: one, and: other, at: try call.site())
        return APIAnswer(["episodes": .list(refs.map { .text($0.text) })])
    }

    func licences(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(["rows": .list(try await call.practice.licences().rows.map(\.json))])
    }

    func prospects(_ call: APICall) async throws -> APIAnswer {
        APIAnswer(["prospects": .list(try await call.practice.pipeline().map(\.json))])
    }

    func verify(_ call: APICall) async throws -> APIAnswer {
        let report = try await call.practice.verify(try call.site())
        return APIAnswer([
            "isSound": .boolean(report.isSound), "events": .integer(report.events),
            "streams": .integer(report.streams), "stubs": .integer(report.stubs), "faults": .integer(report.faultCount),
        ])
    }
}

extension Outlier {
    fileprivate var json: JSON {
        .object(
            figure + [
                .init("knownAt", .text("\(knownAt)")), .init("answerDue", .text("\(answerDue)")),
                .init("standing", .text(standing.rawValue)), .init("isUnanswered", .boolean(isUnanswered)),
                .init(
                    "steps",
                    .list(
                        steps.map { step in
                            [
                                "step": .text(step.step.word), "on": .text("\(step.takenOn)"),
                                "by": .text(step.recordedBy), "text": .text(step.note),
                            ]
                        })),
            ])
    }

    private var figure: [JSON.Member] {
        [
            .init("number", .integer(Int(number.number))), .init("site", .text(site.text)),
            .init("model", .text(finding.model.text)), .init("indicator", .text(finding.indicator.rawValue)),
            .init("from", .text("\(finding.period.from)")), .init("to", .text("\(finding.period.through)")),
            .init("numerator", .integer(finding.numerator)), .init("denominator", .integer(finding.denominator)),
            .init("networkNumerator", .integer(finding.networkNumerator)),
            .init("networkDenominator", .integer(finding.networkDenominator)),
            .init("signal", .text(finding.signal.rawValue)),
        ]
    }
}

extension OutlierStep.Step {
    fileprivate var word: String {
        switch self {
        case .answered(let check): "answered: \(check.rawValue)"
        case .decided(let decision): "decided: \(decision.rawValue)"
        case .published: "published"
        case .withdrawn: "withdrawn"
        }
    }
}

extension Edition {
    /// An edition without its figures.
    var json: JSON {
        [
            "number": .integer(number.number), "from": .text(document.from), "to": .text(document.through),
            "profile": .text(document.profile), "model": .text(document.model),
            "restates": document.restates.map { .integer($0) } ?? .null, "dataCut": .text(document.dataCut),
            "frozenAt": .text("\(frozenAt)"), "hash": .text(hash), "withheld": .integer(document.withheld),
            "figures": .integer(document.figures),
        ]
    }
}

extension PipelineEntry {
    fileprivate var json: JSON {
        [
            "code": .text(prospect.code.text), "name": .text(prospect.name), "isSite": .boolean(site != nil),
            "stages": .list(
                prospect.history.map { stage in
                    [
                        "stage": .text(stage.stage.rawValue), "reachedOn": .text("\(stage.on)"),
                        "reason": .text(stage.reason), "voided": .text(stage.voided),
                    ]
                }),
        ]
    }
}
