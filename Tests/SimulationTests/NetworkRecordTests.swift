import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Reporting
import Simulation
import Sites
import Testing

struct NetworkRecordTests {
    @Test func `the record is sound, and so are all that is derived from it`() async throws {
        try await SimulationWorld.with { world in
            let made = try await world.make(sites: 3, families: 150)
            var events = 0
            for site in try await world.practice.sites() {
                let report = try await world.practice.verify(site.code)
                #expect(report.isSound, "\(site.code): \(report.faults)")
                events += report.events
            }
            let teams = try await world.cell("SELECT count(*) FROM record.team", as: Int.self)
            #expect(events == made.events + 3 * teams, "each team opens, was reviewed and is licensed")
            #expect(try await world.cell("SELECT count(*) FROM record.episode") == made.episodes)
            #expect(made.families == 150)
        }
    }

    @Test func `a network is made once`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 1, families: 5)
            let before = try await world.events()
            await #expect(throws: SimulationFault.networkExists(sites: 1)) {
                try await world.make(sites: 2, families: 5, seed: 2)
            }
            #expect(try await world.events() == before)
        }
    }

    @Test func `everything is recorded in an evening after it happened, and nothing after the end`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 2, families: 120)
            let wrong = try await world.cell(
                """
                SELECT count(*) FROM record.event AS e,
                    LATERAL (SELECT e.recorded_at AT TIME ZONE 'Europe/London' AS local) AS l
                WHERE e.stream <> 'team' AND (l.local::date < e.occurred_on OR l.local::date >= \(FixtureWorld.today)
                    OR l.local::time NOT BETWEEN '17:00' AND '21:00')
                """, as: Int.self)
            #expect(wrong == 0)
            let late = try await world.cell(
                """
                SELECT count(*) FILTER (WHERE recorded_at::date > occurred_on + 2)::double precision / count(*)
                FROM record.event WHERE stream = 'episode' AND kind = 'contact-recorded'
                """, as: Double.self)
            #expect((0.02...0.06).contains(late))
            let unordered = try await world.cell(
                """
                SELECT count(*) FROM record.event AS e JOIN record.event AS n USING (site_id, stream, stream_id)
                WHERE n.seq = e.seq + 1 AND n.recorded_at < e.recorded_at
                """, as: Int.self)
            #expect(unordered == 0)
        }
    }

    @Test func `what is known grows from month to month`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 1, families: 120)
            let from = FixtureWorld.today.adding(months: -24)
            let scope = try ReportScope(sites: .one(#require(SiteCode("sim-01"))), models: .pooled)
            var accepted: [String] = []
            for months in [18, 12, 6, 0] {
                let day = FixtureWorld.today.adding(months: -months)
                let instant = Instant(microseconds: Int64(day.dayNumber) * 86_400_000_000)
                let table = try await world.practice.indicators(
                    of: scope, from: from, through: FixtureWorld.today, knownAt: instant)
                accepted.append(table.csv())
            }
            #expect(Set(accepted).count == 4)
        }
    }

    @Test func `a child away from home comes home in the phases of the model`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 1, families: 300, months: 36)
            let model = "mst-fit"
            let paths = try await world.read { connection in
                try await connection.query(
                    """
                    SELECT DISTINCT string_agg(s.phase, ' ' ORDER BY s.ordinal)
                    FROM record.phase_spell AS s JOIN record.episode AS e USING (site_id, episode_id)
                    WHERE e.model_id = \(model) AND e.closure_group = 'completed' GROUP BY s.episode_id
                    """
                ).column(0, as: String.self)
            }
            #expect(paths.contains("placed transition home"))
            #expect(paths.allSatisfy { $0.hasPrefix("placed transition") && $0.hasSuffix("transition home") })
            let home = try await world.cell(
                """
                SELECT count(*) FROM record.episode AS e
                JOIN record.phase_spell AS s USING (site_id, episode_id)
                JOIN record.placement AS p USING (site_id, child_id)
                WHERE e.model_id = \(model) AND s.phase = 'home' AND e.closure_group = 'completed'
                    AND p.ended_on = s.from_day
                """, as: Int.self)
            let entered = try await world.cell(
                """
                SELECT count(*) FROM record.episode WHERE model_id = \(model) AND closure_group = 'completed'
                """, as: Int.self)
            #expect(entered > 10)
            #expect(home == entered)
        }
    }
}
