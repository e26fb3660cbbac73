import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Sites
import Testing

/// A model's own figures from recorded episodes: command, record, facts, report.
@Suite struct MeasurePracticeTests {
    private static let end = FixtureWorld.today.adding(days: -10)
    private static let start = end.adding(days: -200)

    private static func row(_ key: String, _ table: IndicatorTable) throws -> String {
        let rows = table.sections.flatMap(\.blocks).flatMap(\.rows)
        let row = try #require(rows.first { $0.measure.key.text == key })
        return "\(row.numerator)/\(row.denominator), \(row.unknown) unknown, \(row.notDue) not due"
    }

    private static func concern(_ level: ChoiceCode, about subject: FactSubject = .index) -> EpisodeCommand {
        .recordFact(
            RecordedFact(
                id: .fresh(), kind: "concern", about: subject,
                fields: ["level": .choice(level), "category": .choice("neglect")]))
    }

    /// A family in MST-CAN, closed, with one sibling.
    private static func family(
        in world: FixtureWorld, _ site: FixtureSite
    ) async throws -> (episode: EpisodeID, sibling: ParticipantID) {
        let episode = FixtureEpisode(from: start, through: end, model: "mst-can")
        try await world.record([episode], on: site)
        let sibling = ParticipantID.fresh()
        let joins = EpisodeCommand.join(Participant(id: sibling, role: .sibling))
        try await world.append(joins, on: start, to: episode.id, of: site, model: "mst-can")
        // The time of treatment is on record.
        let summary = EpisodeCommand.recordFact(RecordedFact(id: .fresh(), kind: .weeklySummary, about: .family))
        try await world.append(summary, on: start.adding(days: 7), to: episode.id, of: site, model: "mst-can")
        return (episode.id, sibling)
    }

    @Test func `a concern that is taken back counts in what was known before and no longer after`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let (episode, sibling) = try await Self.family(in: world, site)
            try await world.append(
                Self.concern("section-47", about: .participant(sibling)), on: Self.start.adding(days: 30), to: episode,
                of: site, model: "mst-can")
            let before = world.clock.shown
            let seq = try #require(try await world.load(episode, of: site)).history.head
            try await world.correct(
                Correction(cause: .entryError, withdrawals: [seq]), of: episode, on: site, model: "mst-can")
            func known(_ instant: Instant?) async throws -> [String] {
                let table = try await IndicatorPracticeTests.table(
                    practice, .one(site.code), models: .one("mst-can"), knownAt: instant)
                return try ["reabuse_reported", "reabuse_investigated", "reabuse_substantiated"].map {
                    try Self.row($0, table)
                }
            }
            let (none, one) = ("0/1, 0 unknown, 0 not due", "1/1, 0 unknown, 0 not due")
            #expect(try await known(before) == [one, one, none])
            #expect(try await known(nil) == [none, none, none])
            #expect(try await known(before) == [one, one, none])
            #expect(try await world.verify(site).faults.isEmpty)
        }
    }

    @Test func `each child of a family is counted, and what nobody said of one is unknown`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let (episode, _) = try await Self.family(in: world, site)
            let home = EpisodeCommand.recordFact(
                RecordedFact(id: .fresh(), kind: "child-at-end", about: .index, fields: ["at-home": .answer(.yes)]))
            try await world.append(home, on: Self.end, to: episode, of: site, model: "mst-can")
            let table = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .one("mst-can"))
            #expect(try Self.row("children_at_home", table) == "1/1, 1 unknown, 0 not due")
            #expect(table.text().contains("Children living at home"))
        }
    }

    @Test func `a move home is read from the phases, and what is at home at the end is over all who began`()
        async throws
    {
        try await IndicatorPracticeTests.with { world, site, practice in
            var came = FixtureEpisode(
                from: Self.start, through: Self.end, outcomes: [.atHome: .yes], model: "mst-fit")
            let closing = try #require(came.closing)
            came.closing = nil
            let stayed = FixtureEpisode(
                from: Self.start, through: Self.end, reason: "placed", outcomes: [.atHome: .no], model: "mst-fit")
            try await world.record([came, stayed], on: site)
            for (phase, days) in [("transition", 90), ("home", 110)] as [(PhaseID, Int)] {
                try await world.append(
                    .enterPhase(phase), on: Self.start.adding(days: days), to: came.id, of: site, model: "mst-fit")
            }
            try await world.append(.close(closing.closing), on: closing.on, to: came.id, of: site, model: "mst-fit")
            let table = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .one("mst-fit"))
            #expect(try Self.row("fit_started", table) == "2/2, 0 unknown, 0 not due")
            // Of the one who stayed no phase is on record, no placement and no fact.
            #expect(try Self.row("fit_moved_home", table) == "1/2, 1 unknown, 0 not due")
            #expect(try Self.row("fit_home_at_end", table) == "1/2, 0 unknown, 0 not due")
            #expect(try Self.row("fit_home_followup_6", table) == "0/0, 0 unknown, 2 not due")
            let home = try IndicatorPracticeTests.row(.atHome, table)
            #expect((home.value, home.denominator, home.unknown) == (0.5, 2, 0))
            #expect(table.text().contains("Living at home: N is of closures after treatment began"))
            #expect(try await world.verify(site).faults.isEmpty)
        }
    }

    @Test func `a follow-up on the day after closing is on record, in no figure, and said so`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let early = FixtureWorld.today.adding(days: -300)
            let episode = FixtureEpisode(
                from: early.adding(days: -200), through: early, outcomes: [.atHome: .yes], model: "mst-fit")
            try await world.record([episode], on: site)
            func followUp(_ month: FollowUpMonth, days: Int) async throws {
                try await world.append(
                    .followUp(FollowUp(month: month, status: .collected, outcomes: [.atHome: .yes])),
                    on: early.adding(days: days), to: episode.id, of: site, model: "mst-fit")
            }
            try await followUp(.six, days: 1)
            try await followUp(.twelve, days: 2)
            var table = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .one("mst-fit"))
            #expect(try Self.row("fit_home_followup_6", table) == "0/1, 1 unknown, 0 not due")
            #expect(try Self.row("fit_home_followup_12", table) == "0/0, 0 unknown, 1 not due")
            #expect(
                table.text().contains("Home 6 months later: held outside the window and not counted: 1."))
            // In the window of the six months, 16 days after it was due or less.
            try await followUp(.six, days: 200)
            table = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .one("mst-fit"))
            #expect(try Self.row("fit_home_followup_6", table) == "1/1, 0 unknown, 0 not due")
            #expect(!table.text().contains("Home 6 months later: held"))
            #expect(try await world.verify(site).faults.isEmpty)
        }
    }

    @Test func `models that are pooled have no figures of their own`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            _ = try await Self.family(in: world, site)
            let pooled = try await IndicatorPracticeTests.table(practice, .one(site.code), models: .pooled)
            #expect(pooled.sections.flatMap(\.blocks).isEmpty)
            let apart = try await IndicatorPracticeTests.table(practice, .all, models: .one("mst-can"))
            #expect(try Self.row("reabuse_reported", apart) == "0/1, 0 unknown, 0 not due")
        }
    }

    @Test func `a rebuild makes the facts again as they were, with the same versions and times`() async throws {
        try await IndicatorPracticeTests.with { world, site, _ in
            let (episode, _) = try await Self.family(in: world, site)
            try await world.append(
                Self.concern("referral"), on: Self.start.adding(days: 3), to: episode, of: site, model: "mst-can")
            let before = try await Self.rows(world)
            #expect(before.count == 3)
            try await world.transaction(in: site) { transaction in
                try await transaction.execute("DELETE FROM reporting.model_fact")
            }
            #expect(try await !world.verify(site).faults.isEmpty)
            _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(try await Self.rows(world) == before)
            #expect(try await world.verify(site).faults.isEmpty)
        }
    }

    @Test func `facts of an episode that is not on record are found and removed`() async throws {
        try await IndicatorPracticeTests.with { world, site, _ in
            try await world.transaction(in: site) { transaction in
                try await transaction.execute(
                    """
                    INSERT INTO reporting.model_fact (site_id, episode_key, fact_key, version, known_from, sort, kind,
                        subject_role, held_from, codes, shape)
                    VALUES (\(site.id.number), sha256('a'), sha256('b'), 1, '2025-01-01', 'fact', 'concern', 'family',
                        '2025-01-01', '{}', 2)
                    """
                )
            }
            #expect(try await world.verify(site).faults.count == 1)
            _ = try await world.store.rebuild(site: site.id, transactions: world.lender(of: site))
            #expect(try await world.verify(site).faults.isEmpty)
        }
    }

    private static func rows(_ world: FixtureWorld) async throws -> [String] {
        try await Connection.withConnection(to: world.database.target(.administrator)) { connection in
            try await connection.query("SELECT f::text FROM reporting.model_fact AS f ORDER BY 1")
                .column(0, as: String.self)
        }
    }
}
