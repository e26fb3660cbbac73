import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Testing

@Suite struct KnownAtTests {
    private let day = FixtureWorld.today.adding(days: -200)

    private struct KnownFact: Hashable, Sendable {
        let closedOn: CivilDate?
        let version: Int32
    }

    private func facts(
        _ world: FixtureWorld, _ site: FixtureSite, knownAt instant: Instant
    ) async throws -> [KnownFact] {
        try await world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(
                """
                SELECT closed_on, version FROM reporting.episode_fact
                WHERE site_id = \(site.id.number) AND known_from <= \(instant) AND \(instant) < known_to
                ORDER BY fact_key
                """
            ).map { row in KnownFact(closedOn: try row.decode(0), version: try row.decode(1)) }
        }
    }

    @Test func `before a correction the old facts are known, after it the new`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let closedOn = day.adding(days: 90)
            let episode = FixtureEpisode(from: day, through: closedOn)
            let start = world.clock.shown
            try await world.record([episode], on: site)
            world.clock.advance(seconds: 60)
            let before = world.clock.shown
            world.clock.advance(seconds: 60)
            let moved = Correction<EpisodeCommand>(
                cause: .entryError,
                replacements: [
                    .init(StreamSeq(4), with: .close(Closing(reason: "completed")), on: closedOn.adding(days: 5))
                ]
            )
            try await world.correct(moved, of: episode.id, on: site)
            world.clock.advance(seconds: 60)
            #expect(try await facts(world, site, knownAt: start) == [])
            #expect(try await facts(world, site, knownAt: before) == [KnownFact(closedOn: closedOn, version: 1)])
            #expect(
                try await facts(world, site, knownAt: world.clock.shown)
                    == [KnownFact(closedOn: closedOn.adding(days: 5), version: 2)]
            )
            let old = try #require(try await world.load(episode.id, of: site, knownAt: before))
            #expect(old.history.facts?.closing?.on == closedOn)
            #expect(try await world.load(episode.id, of: site)?.history.facts?.closing?.on == closedOn.adding(days: 5))
        }
    }

    @Test func `a fact has a new version only when it changed`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            var episode = FixtureEpisode(referredOn: day)
            episode.decision = (.accepted, day)
            episode.startedOn = day
            try await world.record([episode], on: site)
            let contact = EpisodeCommand.recordContact(Contact(id: .fresh(), mode: .homeVisit, party: .family))
            try await world.append(contact, on: day.adding(days: 3), to: episode.id, of: site)
            let team = try site.team()
            let therapist = EpisodeCommand.allocate(Allocation(team: team, therapist: StaffCode("T1")))
            try await world.append(therapist, on: day.adding(days: 4), to: episode.id, of: site)
            #expect(try await facts(world, site, knownAt: world.clock.shown).map(\.version) == [1])
            try await world.append(.close(Closing(reason: "moved")), on: day.adding(days: 9), to: episode.id, of: site)
            #expect(try await facts(world, site, knownAt: world.clock.shown).map(\.version) == [2])
            let spans = try await world.transaction(in: site) { transaction in
                try await transaction.query(
                    """
                    SELECT count(*) FILTER (WHERE known_to = 'infinity'), bool_and(
                        known_to = 'infinity' OR EXISTS (
                            SELECT FROM reporting.episode_fact AS n
                            WHERE n.fact_key = f.fact_key AND n.version = f.version + 1 AND n.known_from = f.known_to
                        ))
                    FROM reporting.episode_fact AS f
                    """
                ).map { try $0.decode(Int.self, Bool.self) }
            }
            #expect(spans.first?.0 == 1)
            #expect(spans.first?.1 == true)
        }
    }

    @Test func `a moment that has not passed has no answer yet`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let horizon = RecordHorizon(clock: world.clock.recordClock)
            let later = world.clock.shown.adding(microseconds: 3_600_000_000)
            let fault = await #expect(throws: StoreFault.self) {
                try await world.transaction(in: site) { transaction in
                    try await horizon.settle(through: later, site: site.id, in: transaction)
                }
            }
            #expect(fault?.code == .horizonInFuture)
        }
    }

    @Test func `with eight writers at work a known-at reader that asks twice gets the same rows`() async throws {
        try await FixtureWorld.with(connections: 10) { world in
            let site = try await world.site()
            let episodes = (0..<8).map { _ in
                var episode = FixtureEpisode(referredOn: day)
                episode.decision = (.accepted, day)
                return episode
            }
            try await world.record(episodes, on: site)
            let horizon = RecordHorizon(clock: world.clock.recordClock)
            let differences = try await withThrowingTaskGroup(of: Int.self) { group in
                for episode in episodes {
                    group.addTask {
                        for step in 0..<25 {
                            let therapist = StaffCode("T\(step)")
                            let team = try site.team()
                            try await world.append(
                                .allocate(Allocation(team: team, therapist: therapist)),
                                on: day.adding(days: step), to: episode.id, of: site
                            )
                            try await world.correct(
                                Correction(
                                    cause: .entryError,
                                    replacements: [
                                        .init(
                                            StreamSeq(2), with: .screen(Screening(.accepted)),
                                            on: day.adding(days: step % 7)
                                        )
                                    ]
                                ), of: episode.id, on: site
                            )
                        }
                        return 0
                    }
                }
                group.addTask {
                    var differences = 0
                    for _ in 0..<40 {
                        let moment = world.clock.shown
                        world.clock.advance(seconds: 1)
                        try await world.transaction(in: site) { transaction in
                            try await horizon.settle(through: moment, site: site.id, in: transaction)
                        }
                        let first = try await facts(world, site, knownAt: moment)
                        for _ in 0..<3 { differences += try await facts(world, site, knownAt: moment) == first ? 0 : 1 }
                    }
                    return differences
                }
                return try await group.reduce(0, +)
            }
            #expect(differences == 0)
            let report = try await world.verify(site)
            #expect(report.faults == [])
        }
    }
}
