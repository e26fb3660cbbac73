import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Testing

@Suite struct OptimisticLockTests {
    private let day = FixtureWorld.today.adding(days: -10)

    private func contact() -> EpisodeCommand {
        .recordContact(Contact(id: .fresh(), mode: .telephone, party: .carer))
    }

    private func isConflict(_ error: any Error) -> Bool { (error as? StoreFault)?.code == .conflict }

    @Test func `of eight writers that loaded the same head one wins`() async throws {
        try await FixtureWorld.with(connections: 8) { world in
            let site = try await world.site()
            let episode = FixtureEpisode(from: day.adding(days: -50), through: day)
            try await world.record([episode], on: site)
            let rules = try world.rules()
            let gate = Gate(waitingFor: 8)
            let wins = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            try await world.transaction(in: site) { transaction in
                                var batch = try await world.store.begin(
                                    site: site.id, by: FixtureWorld.author(), in: transaction
                                )
                                let state = try await world.store.load(
                                    episode.id, in: EpisodeStream.self, site: site.id, transaction
                                )
                                let stream = try batch.open(#require(state))
                                await gate.arrive()
                                try batch.record(
                                    [Engine.Entry(contact(), on: day.adding(days: -1))], to: stream, under: rules,
                                    today: FixtureWorld.today
                                )
                                try await batch.flush(in: transaction)
                            }
                            return 1
                        } catch  where isConflict(error) {
                            return 0
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(wins == 1)
            #expect(try await world.load(episode.id, of: site)?.history.head == StreamSeq(5))
            #expect(try await world.verify(site).isSound)
        }
    }

    @Test func `eight writers that try again all get their turn`() async throws {
        try await FixtureWorld.with(connections: 8) { world in
            let site = try await world.site()
            let episode = FixtureEpisode(from: day.adding(days: -50), through: day)
            try await world.record([episode], on: site)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<3 {
                            while true {
                                do {
                                    let on = day.adding(days: -1)
                                    try await world.append(contact(), on: on, to: episode.id, of: site)
                                    break
                                } catch  where isConflict(error) { continue }
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let state = try #require(try await world.load(episode.id, of: site))
            #expect(state.history.facts?.contacts.count == 24)
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `a head that moved is noticed although the key is free`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let episode = FixtureEpisode(referredOn: day)
            try await world.record([episode], on: site)
            let rules = try world.rules()
            let error = await #expect(throws: StoreFault.self) {
                try await world.transaction(in: site) { transaction in
                    var batch = try await world.store.begin(site: site.id, by: FixtureWorld.author(), in: transaction)
                    let state = try await world.store.load(
                        episode.id, in: EpisodeStream.self, site: site.id, transaction
                    )
                    let stream = try batch.open(#require(state))
                    try batch.record(
                        [Engine.Entry(contact(), on: day)], to: stream, under: rules, today: FixtureWorld.today
                    )
                    try await transaction.execute(
                        "UPDATE record.stream SET head_hash = \([UInt8](repeating: 9, count: 32)) WHERE stream = 'episode'"
                    )
                    try await batch.flush(in: transaction)
                }
            }
            #expect(error?.code == .conflict)
        }
    }

    @Test func `a command that touches two streams appends to both or to neither`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let episode = FixtureEpisode(referredOn: day)
            try await world.record([episode], on: site)
            let rules = try world.rules()
            let household = try #require(HouseholdRef("H1"))
            func commands(_ second: EpisodeCommand) -> [RecordCommand] {
                [
                    .record(
                        [Engine.Entry(.joinHousehold(household), on: day)], to: episode.child, in: ChildStream.self
                    ) { _ in NoRules() },
                    .record([Engine.Entry(second, on: day)], to: episode.id, in: EpisodeStream.self) { _ in rules },
                ]
            }
            await #expect(throws: Refusal.self) {
                try await world.transaction(in: site) { transaction in
                    try await world.store.append(
                        commands(.startTreatment), site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today,
                        in: transaction
                    )
                }
            }
            let before = try await heads(world, site, episode)
            #expect(before == [StreamSeq(1), StreamSeq(1)])
            try await world.transaction(in: site) { transaction in
                try await world.store.append(
                    commands(.screen(Screening(.accepted))), site: site.id, by: FixtureWorld.author(),
                    today: FixtureWorld.today, in: transaction
                )
            }
            let after = try await heads(world, site, episode)
            #expect(after == [StreamSeq(2), StreamSeq(2)])
            let stamps = try await world.transaction(in: site) { transaction in
                try await transaction.query("SELECT DISTINCT recorded_at FROM record.event WHERE seq = 2").count
            }
            #expect(stamps == 1)
        }
    }

    private func heads(
        _ world: FixtureWorld, _ site: FixtureSite, _ episode: FixtureEpisode
    ) async throws -> [StreamSeq?] {
        let child = try await world.transaction(in: site) { transaction in
            try await world.store.load(episode.child, in: ChildStream.self, site: site.id, transaction)
        }
        return [child?.history.head, try await world.load(episode.id, of: site)?.history.head]
    }
}
