import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Reporting
import Sites
import Testing

/// The figures beside the published layout, over a real database, against numbers that were counted by hand.
///
///     family  first session  closed           interviews owed and held, with the usual 7 and 28 days
///     A       60 days ago    goes on          2: 53 days ago (held 58 days ago), 25 days ago (held 20 days ago)
///     B       30 days ago    goes on          1: 23 days ago, not held, open for 5 days more
///     C       90 days ago    40 ago, completed  2: 83 days ago (held twice), 55 days ago (not held)
///     D       200 days ago   99 ago, moved    none in the period, which began on the day of closing
@Suite struct ServiceFigureTests {
    private static let today = FixtureWorld.today

    private static func ago(_ days: Int) -> CivilDate { today.adding(days: -days) }

    private static func record(in world: FixtureWorld, on site: FixtureSite) async throws {
        let score = try #require(AdherenceScore(decimal: "0.7"))
        func begun(_ days: Int) -> FixtureEpisode {
            var family = FixtureEpisode(referredOn: ago(days))
            family.decision = (.accepted, ago(days))
            family.startedOn = ago(days)
            return family
        }
        var first = begun(60)
        first.interviews = [(ago(58), score), (ago(20), score)]
        var third = FixtureEpisode(from: ago(90), through: ago(40))
        third.interviews = [(ago(83), score), (ago(80), score)]
        let fourth = FixtureEpisode(from: ago(200), through: ago(99), reason: "moved")
        try await world.record([first, begun(30), third, fourth], on: site)
    }

    /// States who is in post in the team of standard MST: 100 days of one therapist, 50 of half another, a supervisor.
    private static func state(_ code: String, in world: FixtureWorld, _ practice: Practice) async throws {
        let started = ago(3650)
        var text = "code: \(code)\nname: \(code)\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids {
            text += "- code: \(code)-\(model)\n  model: \(model)\n  startedOn: \(started)\n"
            guard model == "mst" else { continue }
            text += "  staff:\n    - {code: s-1, role: supervisor, fte: 1, from: \(started)}\n"
            text += "    - {code: t-1, role: therapist, fte: 1, from: \(started)}\n"
            text += "    - {code: t-2, role: therapist, fte: 0.5, from: \(ago(49))}\n"
        }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: world.models))
    }

    private static func table(
        _ practice: Practice, _ sites: ReportScope.Sites, team: TeamCode? = nil,
        models: ReportScope.Models = .one("mst"), from first: Int = 99
    ) async throws -> IndicatorTable {
        let scope = try ReportScope(sites: sites, team: team, models: models)
        return try await practice.indicators(of: scope, from: ago(first), through: today)
    }

    private static func text(_ table: IndicatorTable) -> [String] {
        table.sections.first?.service.map { "\($0.key.rawValue) \($0.countsText) \($0.valueText)" } ?? []
    }

    @Test func `interviews of those owed, both completion rates and the caseload are as counted by hand`() async throws
    {
        try await IndicatorPracticeTests.with { world, north, practice in
            try await Self.record(in: world, on: north)
            let silent = try await Self.table(practice, .one(north.code))
            #expect(Self.text(silent).last == "caseload_per_fte 142/n/a n/a")
            #expect(silent.text().contains("n/a, the site's file states no therapists of north-mst."))
            try await Self.state("north", in: world, practice)
            let table = try await Self.table(practice, .one(north.code))
            #expect(
                Self.text(table) == [
                    "completed_of_closures 1/2 50.0%", "interviews_collected 3/5 60.0%", "interviews_open 1/5 20.0%",
                    "caseload_per_fte 142/125 1.1",
                ])
            #expect(try IndicatorPracticeTests.row(.completed, table).countsText == "1/1")
            #expect(table.csv().contains("mst,caseload_per_fte,Families in treatment for each full-time post,142,125,"))
            #expect(table.json().contains(#""key": "interviews_collected""#))
        }
    }

    @Test func `a period has the interviews that fell due in it, and those alone`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            try await Self.record(in: world, on: north)
            // Due on the 25th day and on the 23rd: A's second and B's first.
            let late = try await Self.table(practice, .one(north.code), from: 25)
            #expect(Self.text(late)[1] == "interviews_collected 1/2 50.0%")
            let later = try await Self.table(practice, .one(north.code), from: 24)
            #expect(Self.text(later)[1] == "interviews_collected 0/1 0.0%")
            let team = try #require(TeamCode("north-mst-can"))
            let other = try await Self.table(practice, .one(north.code), team: team, models: .each)
            #expect(Self.text(other)[1] == "interviews_collected 0/0 n/a")
        }
    }

    @Test func `sites add up to the network, which knows of no posts and says so`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            let south = try await IndicatorPracticeTests.site("south", in: world, practice)
            try await Self.record(in: world, on: north)
            try await Self.record(in: world, on: south)
            // Whole months: from the day on which the third family began.
            let all = try await Self.table(practice, .all, from: 90)
            #expect(
                Self.text(all)[1...] == [
                    "interviews_collected 6/10 60.0%", "interviews_open 2/10 20.0%", "caseload_per_fte 284/n/a n/a",
                ])
            #expect(all.notes.last?.hasSuffix("n/a, posts are kept by each site; ask for one.") == true)
            let pooled = try await Self.table(practice, .one(south.code), models: .pooled)
            #expect(Self.text(pooled)[1] == "interviews_collected 3/5 60.0%")
        }
    }

    /// Has families asked every 14 days.
    private static func askOften(_ code: String, in world: FixtureWorld, _ practice: Practice) async throws {
        var text = "code: \(code)\nname: \(code)\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids {
            text += "- {code: \(code)-\(model), model: \(model), startedOn: \(ago(3650))}\n"
        }
        text += "settings:\n"
        text += "- {model: mst, key: interview-every, value: 14, from: \(today), reason: More often}\n"
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: world.models))
    }

    @Test func `the rhythm of a site's own settings counts`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            try await Self.record(in: world, on: north)
            try await Self.askOften("north", in: world, practice)
            let table = try await Self.table(practice, .one(north.code))
            // A: 53, 39, 25, 11 days ago; B: 23, 9; C: 83, 69, 55, 41. Held: two of A's, one of C's.
            #expect(Self.text(table)[1] == "interviews_collected 3/10 30.0%")
        }
    }

    @Test func `a family that is treated for years owes more interviews than a number has bits`() async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            let score = try #require(AdherenceScore(decimal: "0.7"))
            // 71 fell due each, from 993 days ago on: the 64th 111 days ago, the 65th 97, the last 13.
            let families = [[111, 97, 95, 10], [111]].map { days in
                var family = FixtureEpisode(referredOn: Self.ago(1_000))
                family.decision = (.accepted, Self.ago(1_000))
                family.startedOn = Self.ago(1_000)
                family.interviews = days.map { (Self.ago($0), score) }
                return family
            }
            try await world.record(families, on: north)
            try await Self.askOften("north", in: world, practice)
            let table = try await Self.table(practice, .one(north.code), from: 1_000)
            #expect(Self.text(table)[1...2] == ["interviews_collected 4/142 2.8%", "interviews_open 1/142 0.7%"])
        }
    }
}
