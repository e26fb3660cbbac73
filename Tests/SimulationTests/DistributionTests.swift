import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Testing

@testable import Simulation

/// Whether what stands in the record is what the parameters say, at a fixed seed.
///
/// A share may be four standard deviations of a binomial away from its parameter, a mean four standard errors; half a
/// hundredth more is for the sites, whose differences add up to nearly but not exactly nothing.
struct DistributionTests {
    @Test func `what is on record meets the parameters`() async throws {
        try await SimulationWorld.with { world in
            try await world.make(sites: 24, families: 4000, months: 60)
            try await referrals(world)
            try await closings(world)
            try await outcomes(world)
            try await adherence(world)
            try await stays(world)
            try await socialCare(world)
            try await sizes(world)
        }
    }

    private func referrals(_ world: SimulationWorld) async throws {
        try await share(
            .declined, world, "SELECT decision = 'declined' FROM record.episode WHERE decision <> 'pending'")
        try await share(
            .neverStarted, world,
            """
            SELECT started_on IS NULL FROM record.episode
            WHERE decision = 'accepted' AND decided_on < \(Self.end(-90))
            """)
        try await share(.boys, world, "SELECT sex = 'M' FROM reporting.episode_fact WHERE known_to = 'infinity'")
        for design in try [CourseDesign(world.model("mst")), CourseDesign(world.model("mst-can"))] {
            let parameter = try #require(design.parameters.first { $0.unit == .years })
            try await mean(
                parameter.value, parameter.key, world,
                """
                SELECT age_months / 12.0::double precision FROM reporting.episode_fact
                WHERE known_to = 'infinity' AND model_id = \(design.model.text)
                """)
        }
    }

    private func closings(_ world: SimulationWorld) async throws {
        for (parameter, group) in [
            (SimulationParameter.completed, "completed"), (.lackOfEngagement, "lack_of_engagement"),
            (.placed, "placed"),
        ] {
            try await share(
                parameter, world,
                """
                SELECT closure_group = \(group) FROM record.episode
                WHERE started_on < \(Self.end(-500)) AND closure_group <> 'not_counted'
                """)
        }
        try await share(
            .notCounted, world,
            "SELECT closure_group = 'not_counted' FROM record.episode WHERE started_on < \(Self.end(-500))")
        let open = try await world.cell(
            "SELECT count(*) FROM record.episode WHERE started_on < \(Self.end(-500)) AND closed_on IS NULL",
            as: Int.self)
        #expect(open == 0)
    }

    private func outcomes(_ world: SimulationWorld) async throws {
        for (parameter, key) in [
            (SimulationParameter.atHome, "at_home"), (.inSchoolOrWork, "in_school_or_work"),
            (.noNewArrests, "no_new_arrests"),
        ] {
            try await share(
                parameter, world,
                """
                SELECT o.answer = 'yes' FROM record.outcome AS o JOIN record.episode AS e USING (site_id, episode_id)
                WHERE o.anchor = 'discharge' AND o.outcome = \(key) AND o.answer <> 'unknown'
                    AND e.started_on < \(Self.end(-500)) AND e.closure_group <> 'not_counted'
                """)
        }
        try await share(
            .followedUp, world,
            "SELECT status = 'collected' FROM record.follow_up WHERE occurred_on < \(Self.end(-30))")
    }

    private func adherence(_ world: SimulationWorld) async throws {
        let families: Statement = """
            SELECT f.score_sum_billionths / 1e9::double precision / f.interviews FROM reporting.episode_fact AS f
            WHERE f.known_to = 'infinity' AND f.interviews > 0 AND f.started_on < \(Self.end(-500))
            """
        try await mean(SimulationParameter.adherence.value, "adherence", world, families)
        try await share(
            .adherentFamilies, world,
            """
            SELECT adherent FROM reporting.episode_fact
            WHERE known_to = 'infinity' AND interviews > 0 AND started_on < \(Self.end(-500))
            """)
        try await share(
            .interviewsCollected, world,
            "SELECT result = 'completed' FROM record.interview WHERE occurred_on < \(Self.end(-60))")
        // The first a week after the first session, then every four weeks: no course has more or fewer.
        let others = try await world.cell(
            """
            SELECT count(*) FROM record.episode AS e
            WHERE e.closed_on < \(Self.end(-60)) AND e.started_on IS NOT NULL
                AND (e.closed_on - e.started_on + 21) / 28 <> (
                    SELECT count(*) FROM record.interview AS i
                    WHERE i.site_id = e.site_id AND i.episode_id = e.episode_id
                )
            """, as: Int.self)
        #expect(others == 0)
        try await share(
            .interviewsFlawed, world,
            """
            SELECT NOT valid FROM record.interview WHERE result = 'completed' AND occurred_on < \(Self.end(-60))
            """)
    }

    private func stays(_ world: SimulationWorld) async throws {
        for design in try ["mst", "mst-can", "mst-fit"].map({ try CourseDesign(world.model($0)) }) {
            try await mean(
                design.stay.value, design.stay.key, world,
                """
                SELECT (closed_on - started_on)::double precision FROM record.episode
                WHERE started_on < \(Self.end(-500)) AND closure_group <> 'not_counted'
                    AND model_id = \(design.model.text)
                """, slack: 0.03)
        }
    }

    private func socialCare(_ world: SimulationWorld) async throws {
        try await share(
            .provisionBefore, world,
            """
            SELECT EXISTS (
                SELECT FROM record.provision AS p
                WHERE p.site_id = e.site_id AND p.child_id = e.child_id AND p.started_on < e.referred_on
                    AND coalesce(p.ended_on, 'infinity') > e.referred_on - 730
            )
            FROM record.episode AS e WHERE e.ref LIKE '%-1' AND e.referred_on < \(Self.end(-200)) AND e.model_id <> 'mst-fit'
            """, slack: 0.02)
        try await share(
            .provisionAfter, world,
            """
            SELECT EXISTS (
                SELECT FROM record.provision AS p
                WHERE p.site_id = e.site_id AND p.child_id = e.child_id AND p.started_on < e.closed_on + 365
                    AND coalesce(p.ended_on, 'infinity') > e.closed_on + 1
            )
            FROM record.episode AS e WHERE e.started_on < \(Self.end(-900)) AND e.closure_group <> 'not_counted'
            """, slack: 0.03)
    }

    private func sizes(_ world: SimulationWorld) async throws {
        let events = try await world.cell(
            """
            WITH sizes AS (SELECT site_id, stream_id, count(*) AS events FROM record.event GROUP BY 1, 2)
            SELECT avg(own.events + child.events)::double precision FROM record.episode AS e
            JOIN sizes AS own ON own.site_id = e.site_id AND own.stream_id = e.episode_id
            JOIN sizes AS child ON child.site_id = e.site_id AND child.stream_id = e.child_id
            WHERE e.closure_group = 'completed' AND e.started_on < \(Self.end(-500))
            """, as: Double.self)
        #expect((55...65).contains(events), "\(events) events a completed course")
        let plan = try NetworkPlan(
            SimulationWorld.request(sites: 24, families: 4000, months: 60), models: world.fixtures.models)
        let episodes = try await world.cell("SELECT count(*) FROM record.episode", as: Int.self)
        #expect(abs(episodes - plan.expectedEpisodes) < plan.expectedEpisodes / 20)
        let written = try await world.cell("SELECT count(*) FROM record.event", as: Int.self)
        #expect(abs(written - plan.expectedEvents) < plan.expectedEvents / 10, "\(written) of \(plan.expectedEvents)")
        let corrected = try await world.cell(
            """
            SELECT count(*)::double precision / (SELECT count(*) FROM record.episode WHERE closed_on IS NOT NULL)
            FROM record.event WHERE kind = 'corrected' AND stream = 'episode'
            """, as: Double.self)
        #expect((0.025...0.045).contains(corrected))
        let sites = try await world.cell(
            """
            SELECT count(DISTINCT share) FROM (
                SELECT site_id, round(avg((closure_group = 'completed')::integer), 2) AS share
                FROM record.episode WHERE closure_group <> 'not_counted' GROUP BY site_id
            ) AS s
            """, as: Int.self)
        #expect(sites > 5, "sites differ from each other")
    }

    /// So many days after the end of the history.
    private static func end(_ days: Int) -> CivilDate { FixtureWorld.today.adding(days: days) }

    /// Compares a share with its parameter.
    private func share(
        _ parameter: SimulationParameter, _ world: SimulationWorld, _ statement: Statement, slack: Double = 0.005
    ) async throws {
        let answers = try await world.read { try await $0.query(statement).column(0, as: Bool.self) }
        let (n, p) = (Double(answers.count), parameter.value)
        #expect(n > 500, "\(parameter.key): \(n)")
        let found = Double(answers.count { $0 }) / n
        let limit = 4 * (p * (1 - p) / n).squareRoot() + slack
        #expect(abs(found - p) < limit, "\(parameter.key): \(found) is not \(p) within \(limit), n \(n)")
    }

    /// Compares a mean with what it should be; the slack is a share of it.
    private func mean(
        _ wanted: Double, _ what: String, _ world: SimulationWorld, _ statement: Statement, slack: Double = 0.01
    ) async throws {
        let values = try await world.read { try await $0.query(statement).column(0, as: Double.self) }
        let n = Double(values.count)
        #expect(n > 50, "\(what): \(n)")
        let found = values.reduce(0, +) / n
        let spread = (values.reduce(0) { $0 + ($1 - found) * ($1 - found) } / n).squareRoot()
        let limit = 4 * spread / n.squareRoot() + slack * wanted
        #expect(abs(found - wanted) < limit, "\(what): \(found) is not \(wanted) within \(limit), n \(n)")
    }
}

extension SimulationWorld {
    func model(_ id: ModelID) throws -> any InterventionModel {
        guard let model = fixtures.models.newest(id) else { throw FixtureFault.missing("the model \(id)") }
        return model
    }
}
