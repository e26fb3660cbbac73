import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Reporting
import Sites
import Testing

/// Days in care from recorded episodes and spells: command, record, facts, report.
@Suite struct CareDaysPracticeTests {
    private static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    /// The children of a cohort that was worked by hand, for the window of 2025: 365 days from 1 January.
    ///
    /// * contiguous: looked after 2025-02-01 to 2025-03-01 and from then to 2025-05-01, foster home over the same days,
    ///   with a move on 2025-03-01. 28 + 61 = 89 days of each; a day more for a spell would be 91.
    /// * clipped: looked after and in a children's home 2024-11-10 to 2025-01-21. 20 days of the window (1 to 20
    ///   January). At home before and after.
    /// * none: nothing on record. No day, and counted as without a spell.
    /// * open: looked after since 2025-12-01 and in a secure home since 2025-12-05. 31 and 27 days to the end of the
    ///   year, 27 of them in custody.
    /// * twice: two episodes, the first 2024, the second 2025; with kin 2025-06-01 to 2025-06-11, a child protection
    ///   plan all year. 10 days out of home, counted once; the plan is not looking after. A day in a young offender
    ///   institution, 2025-08-01 to 2025-08-02.
    ///
    /// Together: looked after 89 + 20 + 31 = 140 days of 3 children; out of home 89 + 20 + 27 + 10 + 1 = 147 days of 4;
    /// custody 27 + 1 = 28 days of 2; 5 children, 1 without a spell; 5 x 365 = 1,825 child-days.
    private static func record(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        func episode(_ from: String, _ through: String, of child: ChildID) throws -> FixtureEpisode {
            var episode = FixtureEpisode(from: try day(from), through: try day(through))
            episode.child = child
            return episode
        }
        let children = (0..<5).map { _ in ChildID.fresh() }
        var episodes = try children.map { try episode("2025-03-03", "2025-07-10", of: $0) }
        episodes.append(try episode("2024-02-05", "2024-06-11", of: children[4]))
        try await world.record(episodes, on: site)
        let spells: [[FixtureSpell]] = [
            [
                FixtureSpell(.lookedAfter, try day("2025-02-01"), until: try day("2025-03-01")),
                FixtureSpell(.lookedAfter, try day("2025-03-01"), until: try day("2025-05-01")),
                FixtureSpell(.foster, try day("2025-02-01"), until: try day("2025-03-01")),
                FixtureSpell(.foster, try day("2025-03-01"), until: try day("2025-05-01")),
            ],
            [
                FixtureSpell(.lookedAfter, try day("2024-11-10"), until: try day("2025-01-21")),
                FixtureSpell(.home, try day("2024-01-01"), until: try day("2024-11-10")),
                FixtureSpell(.childrensHome, try day("2024-11-10"), until: try day("2025-01-21")),
                FixtureSpell(.home, try day("2025-01-21")),
            ],
            [],
            [
                FixtureSpell(.lookedAfter, try day("2025-12-01")),
                FixtureSpell(.secureHome, try day("2025-12-05")),
            ],
            [
                FixtureSpell(.childProtection, try day("2024-12-01")),
                FixtureSpell(.kin, try day("2025-06-01"), until: try day("2025-06-11")),
                FixtureSpell(.youngOffenderInstitution, try day("2025-08-01"), until: try day("2025-08-02")),
            ],
        ]
        for (child, spells) in zip(children, spells) { try await world.record(spells, of: child, on: site) }
    }

    private static func table(
        _ practice: Practice, _ sites: ReportScope.Sites, team: String? = nil, models: ReportScope.Models = .each,
        from: String = "2025-01-01", through: String = "2025-12-31", knownAt: Instant? = nil
    ) async throws -> CareDaysTable {
        let scope = try ReportScope(sites: sites, team: team.flatMap { TeamCode($0) }, models: models)
        return try await practice.careDays(
            of: scope, from: try day(from), through: try day(through), knownAt: knownAt
        )
    }

    @Test func `a cohort worked by hand has the days of the hand`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await Self.record(world, site)
            for sites in [ReportScope.Sites.one(site.code), .all] {
                let table = try await Self.table(practice, sites)
                #expect(table.children == 5)
                #expect(table.childDays == 1_825)
                #expect(table.withoutSpells == 1)
                #expect(table.rows.map(\.measure) == [.lookedAfter, .outOfHome, .custody])
                #expect(table.rows.map(\.days) == [140, 147, 28])
                #expect(table.rows.map(\.children) == [3, 4, 2])
                let shares: [Double?] = [140.0 / 1_825, 147.0 / 1_825, 28.0 / 1_825]
                #expect(table.rows.map(\.value) == shares)
            }
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `a child is counted once within a team and a model too, and only where it was accepted`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await Self.record(world, site)
            var declined = FixtureEpisode(referredOn: try Self.day("2025-01-06"), model: "mst-can")
            declined.decision = (.declined(.notSuitable), try Self.day("2025-01-07"))
            var late = FixtureEpisode(referredOn: try Self.day("2026-01-01"), model: "mst-can")
            late.decision = (.accepted, try Self.day("2026-01-01"))
            try await world.record([declined, late], on: site)
            #expect(try await Self.table(practice, .one(site.code), models: .pooled).children == 5)
            #expect(try await Self.table(practice, .one(site.code), models: .one("mst")).children == 5)
            #expect(try await Self.table(practice, .one(site.code), models: .one("mst-can")).children == 0)
            #expect(try await Self.table(practice, .one(site.code), team: "north-mst").children == 5)
            #expect(try await Self.table(practice, .one(site.code), through: "2026-01-01").children == 6)
            // In 2024 only the child of two episodes had been accepted.
            let before = try await Self.table(practice, .one(site.code), from: "2024-01-01", through: "2024-12-31")
            #expect((before.children, before.childDays) == (1, 366))
        }
    }

    @Test func `a window that reaches past today ends today and says so`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await Self.record(world, site)
            let today = FixtureWorld.today
            func ask(_ from: CivilDate, _ through: CivilDate) async throws -> CareDaysTable {
                try await Self.table(
                    practice, .one(site.code), from: from.description, through: through.description)
            }
            let whole = try await ask(today.adding(days: -9), today)
            #expect((whole.dayCount, whole.rows.map(\.days)) == (10, [10, 10, 10]))
            #expect(!whole.notes.contains { $0.contains("happened") })
            let cut = try await ask(today.adding(days: -9), today.adding(days: 80))
            #expect((cut.dayCount, cut.childDays) == (10, 50))
            #expect(cut.rows == whole.rows)
            #expect(cut.notes.contains("Days after \(today) have not happened and are not counted."))
            let ahead = try await ask(today.adding(days: 1), today.adding(days: 30))
            #expect((ahead.dayCount, ahead.childDays, ahead.rows.map(\.days)) == (0, 0, [0, 0, 0]))
            #expect(ahead.rows.allSatisfy { $0.value == nil })
            #expect(ahead.notes.contains("No day of the period has happened yet."))
        }
    }

    @Test func `what was known earlier is answered the same on every later day`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            let child = ChildID.fresh()
            var episode = FixtureEpisode(from: try Self.day("2025-03-03"), through: try Self.day("2025-07-10"))
            episode.child = child
            try await world.record([episode], on: site)
            let spell = FixtureSpell(.foster, FixtureWorld.today.adding(days: -4))
            try await world.append(spell.entries, to: child, of: site)
            let then = world.clock.shown
            let through = FixtureWorld.today.adding(days: 60).description
            func ask(_ knownAt: Instant?) async throws -> CareDaysTable {
                try await Self.table(
                    practice, .one(site.code), from: "2025-01-01", through: through, knownAt: knownAt)
            }
            let first = try await ask(then)
            #expect(first.rows.map(\.days) == [0, 5, 0])
            world.clock.advance(seconds: 30 * 86_400)
            let withdrawal = Correction<ChildCommand>(cause: .entryError, withdrawals: [StreamSeq(2)])
            try await world.correct(withdrawal, of: child, on: site)
            #expect(try await ask(then).json() == first.json())
            let now = try await ask(nil)
            #expect((now.rows.map(\.days), now.withoutSpells) == ([0, 0, 0], 1))
            #expect(now.dayCount == first.dayCount + 30)
        }
    }

    @Test func `a team, a model and a site that are not there are refused by name`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            for (team, model, code, expected) in [
                ("nobody", "mst", "north", "the site has no team nobody"),
                (nil, "mst-x", "north", "there is no model mst-x"),
                (nil, "mst", "west", "there is no site west"),
            ] {
                let sites = ReportScope.Sites.one(try #require(SiteCode(code)))
                let id = try #require(ModelID(model))
                let fault = await #expect(throws: PracticeFault.self) {
                    _ = try await Self.table(practice, sites, team: team, models: .one(id))
                }
                #expect(fault?.description.hasPrefix(expected) == true)
            }
            let none = try await Self.table(practice, .all)
            #expect((none.children, none.rows.map(\.days)) == (0, [0, 0, 0]))
        }
    }
}
