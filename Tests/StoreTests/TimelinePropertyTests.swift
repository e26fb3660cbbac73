import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import RandomHistories
import Testing
import Vault

@Suite struct TimelinePropertyTests {
    /// What the tables say of an episode, but for places, stamps and versions.
    private func state(_ world: FixtureWorld, _ site: FixtureSite, _ episode: EpisodeID) async throws -> [String] {
        let id = UUIDBytes(high: episode.high, low: episode.low)
        return try await world.transaction(in: site) { transaction in
            let rows = try await transaction.pipeline([
                "SELECT (to_jsonb(t) - 'episode_id' - 'last_seq' - 'child_id' - 'ref')::text FROM record.episode AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.assignment AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.phase_spell AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.contact AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.interview AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.outcome AS t WHERE episode_id = \(id) ORDER BY 1",
                "SELECT (to_jsonb(t) - 'episode_id')::text FROM record.follow_up AS t WHERE episode_id = \(id) ORDER BY 1",
                """
                SELECT (to_jsonb(t) - 'fact_key' - 'child_key' - 'version' - 'known_from' - 'known_to')::text
                FROM reporting.episode_fact AS t
                WHERE known_to = 'infinity'
                    AND fact_key = \(world.vault.factKeys(site: site.id).key(of: episode))
                """,
            ])
            return try rows.flatMap { try $0.column(0, as: String.self) }
        }
    }

    /// Records entries in an order of one's own, each in a transaction of its own; what is refused waits for the others.
    private func record(
        _ entries: [Engine.Entry<EpisodeCommand>], to episode: EpisodeID, _ world: FixtureWorld, _ site: FixtureSite
    ) async throws -> Bool {
        var waiting = entries
        while !waiting.isEmpty {
            var refused: [Engine.Entry<EpisodeCommand>] = []
            for entry in waiting {
                do {
                    try await world.append(entry.command, on: entry.on, to: episode, of: site)
                } catch is Refusal {
                    refused.append(entry)
                }
            }
            guard refused.count < waiting.count else { return false }
            waiting = refused
        }
        return true
    }

    @Test func `late entry in any order gives the same state`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let seed = UInt64.random(in: .min ... .max)
            var generator = SplitMix64(seed: seed)
            let random = try RandomHistory(on: site, under: world.rules())
            var compared = 0
            while compared < 12 {
                let told = try await world.tell(random, steps: 20, corrections: false, using: &generator, on: site)
                var entries = told.history.standing.compactMap { recorded in
                    recorded.event.command.map { Engine.Entry($0, on: recorded.occurredOn) }
                }
                guard case .refer(var referral) = entries.removeFirst().command else { continue }
                let child = try await register(world, site)
                referral.child = child
                referral.ref = nil
                let episode = EpisodeID.fresh()
                let referredOn = try #require(told.history.facts).referredOn
                try await world.append(.refer(referral), on: referredOn, to: episode, of: site)
                // Events of one day and kind stand in the order of entry, so their order is kept.
                let shuffled = entries.shuffledButForTies(using: &generator)
                guard try await record(shuffled, to: episode, world, site) else { continue }
                let (one, other) = (
                    try await state(world, site, told.episode), try await state(world, site, episode)
                )
                #expect(one == other, "seed \(seed)")
                compared += 1
            }
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `a correction and its inverse give an equal state`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let seed = UInt64.random(in: .min ... .max)
            var generator = SplitMix64(seed: seed)
            let random = try RandomHistory(on: site, under: world.rules())
            var corrected = 0
            while corrected < 20 {
                let told = try await world.tell(random, steps: 16, using: &generator, on: site)
                let before = try await state(world, site, told.episode)
                guard let event = told.history.standing.dropFirst().randomElement(using: &generator),
                    let command = event.event.command
                else { continue }
                let day = event.occurredOn.adding(days: Int.random(in: -4...4, using: &generator))
                let correction =
                    Bool.random(using: &generator)
                    ? Correction<EpisodeCommand>(cause: .entryError, withdrawals: [event.seq])
                    : Correction(cause: .entryError, replacements: [.init(event.seq, with: command, on: day)])
                do {
                    try await world.correct(correction, of: told.episode, on: site)
                } catch is Refusal {
                    #expect(try await state(world, site, told.episode) == before, "seed \(seed)")
                    continue
                }
                let inverse = Correction<EpisodeCommand>(
                    cause: .entryError, replacements: [.init(event.seq, with: command, on: event.occurredOn)]
                )
                try await world.correct(inverse, of: told.episode, on: site)
                #expect(try await state(world, site, told.episode) == before, "seed \(seed)")
                corrected += 1
            }
            #expect(try await world.verify(site).faults == [])
        }
    }

    private func register(_ world: FixtureWorld, _ site: FixtureSite) async throws -> ChildID {
        let child = ChildID.fresh()
        try await world.transaction(in: site) { transaction in
            try await world.store.append(
                [
                    .record([Engine.Entry(.register(nil), on: FixtureWorld.today)], to: child, in: ChildStream.self) {
                        _ in NoRules()
                    }
                ], site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
        return child
    }
}

extension [Engine.Entry<EpisodeCommand>] {
    /// In a random order, but what happened on the same day and is of the same kind keeps its own.
    func shuffledButForTies(using random: inout SplitMix64) -> [Element] {
        var ties: [Tie: [Element]] = [:]
        for entry in self { ties[Tie(entry), default: []].append(entry) }
        return shuffled(using: &random).compactMap { entry in ties[Tie(entry)]?.removeFirst() }
    }
}

private struct Tie: Hashable {
    let on: CivilDate
    let name: EventName

    init(_ entry: Engine.Entry<EpisodeCommand>) {
        on = entry.on
        name = entry.command.eventName
    }
}
