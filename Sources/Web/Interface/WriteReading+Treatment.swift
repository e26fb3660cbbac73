import API
import CivilDate
import EpisodeStore
import Intervention
import Practice

/// What is recorded of treatment.
extension WriteReading {
    func id<Thing>(_ name: String) throws(Problem) -> RecordID<Thing> {
        guard let id = text(name).flatMap({ RecordID<Thing>(uuid: $0) }) else { throw wrong(name, "Give a UUID.") }
        return id
    }

    /// A child by the site's reference or the id; nil when none was given.
    func naming(_ name: String) -> ChildNaming? { text(name).flatMap { ChildNaming($0) } }

    private var about: FactSubject {
        switch text("about") {
        case "index"?: .index
        case let text?: ParticipantID(uuid: text).map { .participant($0) } ?? .family
        case nil: .family
        }
    }

    static let plan: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(.plan(PlannedStep(into: try body.term("phase"), plannedOn: try body.day("plannedOn"))))
    }

    static let participant: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .join(try body.word("role"), child: body.naming("child"))
    }

    static let leaving: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(.leave(try body.id("participant")))
    }

    static let fact: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        var fields: [FieldKey: FactWish.Word] = [:]
        if case .object(let members)? = body.body["fields"] {
            for member in members {
                guard let key = FieldKey(member.name) else { throw body.wrong("fields", "Give fields of the fact.") }
                switch member.value {
                case .text(let text): fields[key] = .text(text)
                case .integer(let number): fields[key] = .whole(number)
                default: throw body.wrong("fields/\(member.name)", "Give a text or a whole number.")
                }
            }
        }
        return .fact(FactWish(try body.term("kind"), about: body.about, fields: fields))
    }

    static let factWithdrawal: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .command(.withdrawFact(try body.id("fact")))
    }

    static let moduleStart: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        let reason: GateOverride.Reason? = body.optional("because")
        let start = ModuleStart(
            run: body.call.practice.newID(), module: try body.term("module"), about: body.about,
            override: reason.map { GateOverride($0) })
        return .startModule(start, note: body.text("note"))
    }

    static let moduleFinish: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        let ending: ModuleFinish.Ending = try body.word("ending")
        return .command(.finishModule(ModuleFinish(of: try body.id("run"), ending)))
    }

    static let countersignature: @Sendable (WriteReading) throws(Problem) -> EpisodeWrite = { body throws(Problem) in
        .countersign(try body.id("run"))
    }

    /// A move as its preview showed it.
    func move() throws(Problem) -> (request: EpisodeMoveRequest, shown: EpisodeMoveToken) {
        guard let shown = text("shown").flatMap({ EpisodeMoveToken($0) }) else {
            throw wrong("shown", "Give what the preview is named by.")
        }
        let request = EpisodeMoveRequest(
            model: number("modelVersion").map { ModelVersion(Int32($0)) },
            settings: number("settingsVersion").map { SettingsVersion(Int32($0)) }, because: try word("because"),
            note: text("note"))
        return (request, shown)
    }
}
