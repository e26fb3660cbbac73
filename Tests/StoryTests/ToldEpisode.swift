import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

/// One episode, told a line a day.
struct ToldEpisode: Sendable {
    /// A day and what happened on it.
    typealias Line = (day: String, command: EpisodeCommand)

    let world: StoryWorld
    let id: EpisodeID
    let team: TeamID

    /// Refers a child to the site's team of a model.
    init(
        _ ref: String, of child: ChildID, to model: ModelID, born: String, on day: String, in world: StoryWorld
    ) async throws {
        self.world = world
        id = .fresh()
        team = try #require(world.site.teams.first { $0.model == model }).id
        let birthMonth = try date("\(born)-01").civilMonth
        let referral = Referral(
            child: child, ref: EpisodeRef(ref), model: model, team: team, profile: Profile(birthMonth: birthMonth))
        try await tell([(day, .refer(referral))])
    }

    /// Records what happened, one entry after the other.
    func tell(_ lines: [Line]) async throws {
        for line in lines {
            try await world.practice.record(
                [Engine.Entry(line.command, on: try date(line.day))], to: id, at: world.site.code)
        }
    }

    /// Why something is refused.
    func refusal(of command: EpisodeCommand, on day: String) async throws -> String? {
        await #expect(throws: Refusal.self) { try await tell([(day, command)]) }?.code
    }

    /// What is on record.
    func facts() async throws -> EpisodeFacts {
        try await asked { facts, _ in facts }
    }

    /// What was owed by a day of a kind: `due standing`.
    func owed(_ kind: ObligationKind, by day: String) async throws -> [String] {
        let day = try date(day)
        return try await asked { facts, rules in
            rules.model.obligations(of: facts, with: rules.settings, through: day).filter { $0.kind == kind }
                .map { "\($0.dueOn) \($0.standing.word)" }
        }
    }

    /// What somebody should have looked at on a day.
    func alerts(on day: String) async throws -> Set<AlertCode> {
        let day = try date(day)
        return try await asked { facts, rules in
            Set(rules.model.alerts(for: facts, with: rules.settings, on: day).map(\.code))
        }
    }

    /// The days of each phase of treatment.
    func clock() async throws -> [String] {
        try await facts().spells.map { spell in
            "\(spell.phase) \(spell.from) \(spell.until.map(\.description) ?? "")"
        }
    }

    private func asked<Answer: Sendable>(
        _ question: @Sendable (EpisodeFacts, Rulebook) -> Answer
    ) async throws -> Answer {
        try await world.practice.withSite(world.site.code, for: .verify, access: .readOnly) { session in
            let found = try await session.store.load(
                id, in: EpisodeStream.self, site: session.site.id, session.transaction)
            let state = try #require(found)
            let rules = try #require(try session.rules.pinned(state))
            return question(try #require(state.history.facts), rules)
        }
    }
}

extension RecordedFact {
    /// A fact with an id of its own.
    static func new(
        _ kind: FactKind, _ about: FactSubject = .family, _ fields: [FieldKey: FactValue] = [:], id: FactID = .fresh()
    ) -> EpisodeCommand {
        .recordFact(RecordedFact(id: id, kind: kind, about: about, fields: fields))
    }
}

extension Vault {
    /// Seals a text of nobody's.
    func sealed(at site: Site, in practice: Practice) async throws -> SealedNarrative {
        try await practice.withSite(site.code, for: .verify) { session in
            try await write(
                narrative: "A text.", id: .fresh(), site: site.id, in: session.transaction)
        }
    }
}
