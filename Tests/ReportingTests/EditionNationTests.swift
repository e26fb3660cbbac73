import CivilDate
import Disclosure
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Testing

@testable import Reporting

/// Public tables by nation, and instrumental outcomes among the figures: parts add up to wholes before anything is withheld,
/// and no table tells what another withholds.
@Suite struct EditionNationTests {
    private typealias Links = EditionLinksTests

    private static let sites: [(code: String, nation: Jurisdiction, closures: Int)] = [
        ("arden", .england, 40), ("bourne", .england, 30), ("croft", .england, 30), ("dee", .wales, 25),
        ("ebbw", .wales, 25), ("forth", .scotland, 40), ("garry", .scotland, 2),
    ]

    /// Seven sites of three nations, of which only one has three sites. Every third carer has no skills, every eleventh answer
    /// is unknown.
    private static func with(_ body: (EditionWorld) async throws -> Void) async throws {
        try await IndicatorPracticeTests.with { world, north, practice in
            for (code, nation, closures) in sites {
                let site = try await IndicatorPracticeTests.site(code, of: nation, in: world, practice)
                let first = try EditionWorld.day("2025-01-02")
                try await world.record(
                    (0..<closures).map { place in
                        let end = first.adding(days: place * 350 / closures)
                        func answer(_ step: Int) -> Answer {
                            place % step == step - 1 ? .no : place % 11 == 10 ? .unknown : .yes
                        }
                        return FixtureEpisode(
                            from: end.adding(days: -120), through: end,
                            reason: place % 6 == 5 ? "placed" : "completed",
                            outcomes: [
                                .atHome: answer(5), .inSchoolOrWork: answer(4), .noNewArrests: answer(7),
                                "carer_skills": answer(3), "school_success": answer(2),
                            ])
                    }, on: site)
            }
            try await body(EditionWorld(world: world, practice: practice, north: north, south: north, late: []))
        }
    }

    /// The true counts kept beside an edition.
    private static func kept(_ edition: Edition, _ ground: EditionWorld) async throws -> [EditionGrid] {
        try await ground.world.database.withPool(.reporting) { pool in
            try await pool.transaction { try await EditionBook.secrets(of: [edition.number], in: $0) }
        }[edition.number]?.grids ?? []
    }

    /// The count of each row at a place, beside those of its parts added up.
    private static func sums(
        of parts: [String], in counts: [CellID: Int], as whole: String
    ) -> [(row: String, whole: Int, parts: Int)] {
        counts.compactMap { id, count in
            var names = id.description.split(separator: " | ").map(String.init)
            guard names[1] == whole else { return nil }
            var sum = 0
            for part in parts {
                names[1] = part
                guard let count = counts[CellID(names)] else { return nil }
                sum += count
            }
            return (id.description, count, sum)
        }
    }

    @Test func `nations of few sites stand together, and nations add up to all sites before anything is withheld`()
        async throws
    {
        try await Self.with { ground in
            let year = try await ground.freeze(.dfe)
            let table = try #require(year.document.tables.first { $0.name == "nations, mst" })
            #expect(table.columns == ["England", "Scotland + Wales", "all sites"])
            #expect(table.cell("closures", "England")?.value == 100)
            #expect(table.cell("closures", "Scotland + Wales")?.value == 90)
            // England and regions are published to the nearest ten.
            for cell in table.cells { #expect(cell.value.map { $0 % 10 == 0 } ?? true, "\(cell)") }
            #expect(year.document.parameters.contains { $0.name == "fewest-sites-of-a-nation" && $0.value == 3 })
            let counts = EditionCheck.counts(try await Self.kept(year, ground))
            let days = year.period.days
            let span = EditionPeriod.name(year.period.quarters)
            #expect(counts[CellID(["closures", "England", "mst", span])] == 100)
            #expect(counts[CellID(["closures", "Scotland + Wales", "mst", span])] == 92)
            let sums = Self.sums(of: ["England", "Scotland + Wales"], in: counts, as: EditionShape.network)
            #expect(sums.count > 40 && sums.allSatisfy { $0.whole == $0.parts }, "\(sums)")
            // Instrumental outcomes are those of the live report, and their answers add up to their base.
            let live = try await ground.practice.indicators(
                of: try ReportScope(sites: .all, models: .one("mst")), from: days.from, through: days.through,
                knownAt: year.dataCut)
            let rows = try #require(live.sections.first).blocks.flatMap(\.rows)
            for (title, key) in [
                ("Carer has the skills", "carer_skills"), ("Succeeding in school or work", "school_success"),
            ] {
                let row = try #require(rows.first { $0.measure.key.text == key })
                func count(_ answer: String) throws -> Int {
                    try #require(counts[CellID(["\(title): \(answer)", EditionShape.network, "mst", span])])
                }
                #expect(try count("yes") == row.numerator && row.numerator > 0)
                #expect(try count("no") == row.denominator - row.numerator)
                #expect(try count("unknown") == row.unknown)
                let base = counts[CellID([EditionQuestion.opportunity, EditionShape.network, "mst", span])]
                #expect(try count("yes") + count("no") + count("unknown") == base)
            }
            let check = try await ground.practice.verify(year, by: "a test")
            #expect(check.isSound && check.recount == .same, "\(check)")

            // Over three years sites stand alone beside the nations that they are of.
            let three = try await ground.freeze(.nhs, from: "2023-01-01", through: "2025-12-31")
            let names = three.document.tables.map(\.name)
            #expect(names.contains("nations, all models") && names.contains("sites, all models"))
            #expect(!names.contains("nations, mst"))
            let all = EditionCheck.counts(try await Self.kept(three, ground))
            let nations = Self.sums(of: ["arden", "bourne", "croft"], in: all, as: "England")
            #expect(nations.count > 20 && nations.allSatisfy { $0.whole == $0.parts }, "\(nations)")
        }
    }

    @Test func `an edition by nations is restated, and the one before verifies as it was`() async throws {
        try await Self.with { ground in
            let one = try await ground.freeze(.dfe)
            let text = one.text()
            let two = try await ground.freeze(.dfe, restating: one.number)
            #expect(two.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 0"])
            #expect(try await ground.practice.edition(one.number).text() == text)
            for edition in [one, two] {
                let check = try await ground.practice.verify(edition, by: "a test")
                #expect(check.isSound && check.recount == .same, "\(check)")
            }
            func nations(_ edition: Edition) -> [EditionDocument.Table] {
                edition.document.tables.filter { $0.name.hasPrefix("nations") }
            }
            #expect(nations(one) == nations(two) && !nations(one).isEmpty)
        }
    }

    /// A table of two nations over what ``EditionLinksTests`` has by site.
    private static func nations(_ grid: EditionGrid, _ nations: [(name: String, sites: [String])]) -> EditionGrid {
        let leaves = EditionGrid.leaves(grid.places)
        var counts: [Int] = []
        for answer in 0..<2 {
            for nation in nations {
                counts.append(
                    leaves.enumerated().filter { nation.sites.contains(grid.places[$1].name) }
                        .reduce(0) { $0 + grid.counts[answer * leaves.count + $1.offset] })
            }
        }
        var other = EditionGrid(
            sheet: "nations, \(grid.model)", model: grid.model, answers: grid.answers,
            places: [grid.places[0]] + nations.map { .init(name: $0.name, parent: 0) },
            sites: [[]] + nations.map(\.sites), times: grid.times, quarters: grid.quarters, counts: counts)
        other.isOfNations = true
        return other
    }

    @Test func `a site that is withheld is not told by its nation, whose other sites are printed`() throws {
        let sites = Links.grid(
            [
                (["a"], 3, 40), (["b"], 40, 40), (["c"], 50, 40), (["d"], 12, 40), (["e"], 40, 40), (["f"], 50, 40),
            ], 8100...8111, model: EditionShape.allModels)
        let nations = Self.nations(sites, [("England", ["a", "b", "c"]), ("Wales", ["d", "e", "f", "g"])])
        let press = try EditionPress([nations, sites], by: .network, after: [], changed: [:])
        let days = EditionPeriod.name(8100...8111)
        func place(_ row: String, _ unit: String) throws -> Int {
            try #require(press.own.place(of: CellID([row, unit, EditionShape.allModels, days])))
        }
        let evidence = EditionEvidence(
            grids: [nations, sites], own: press.own, earlier: [], changed: [:], rules: EditionRules(.network))
        let release = try evidence.release()
        let small = try place("yes", "a")
        // Withheld with a site of another nation, both with their opposite: safe by the table of sites alone.
        let others = [try place("no", "a"), try place("yes", "d"), try place("no", "d")]
        let pattern = Pattern(of: press.own, withheldForOthers: others)
        let alone = try Release([sites], by: EditionRules(.network))
        func there(_ cell: Int) throws -> Int { try #require(alone.place(of: press.own.cells[cell].id)) }
        let exposed = try Attacker().exposed(
            in: alone, as: Pattern(of: alone, withheldForOthers: try others.map(there)))
        #expect(exposed.isEmpty)
        #expect(try Attacker().exposed(in: release, as: pattern).contains(small))
        // The press withholds another of the nation, or the nation.
        #expect(press.pattern.printed(small, of: press.own) == nil)
        #expect(try Attacker().exposed(in: release, as: press.pattern).isEmpty)
    }

    @Test func `what was kept of an edition before nations were told apart is read as it is, and lacks nothing`() throws
    {
        let sites = Links.grid([(["a"], 20, 30), (["b"], 30, 40)], 8100...8111)
        let text = try EditionText.write(sites)
        #expect(!text.contains("isOfNations"))
        let kept = try #require(EditionText.read(EditionGrid.self, text))
        #expect(kept == sites && kept.isOfNations == nil)
        let now = [Self.nations(sites, [("England", ["a"]), ("Wales", ["b"])]), sites]
        #expect(EditionCheck.differing([kept], now).isEmpty)
        #expect(!EditionCheck.differing(now, [kept]).isEmpty)
    }
}
