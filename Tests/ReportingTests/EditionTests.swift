import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Sites
import Testing

/// Editions over a real database: what is frozen stays, a correction is another, and each says what changed.
@Suite struct EditionTests {
    @Test func `frozen, corrected fifty times and frozen again: the old one stays and the site is told its fifty`()
        async throws
    {
        try await EditionWorld.with { ground in
            let practice = ground.practice
            let one = try await ground.freeze()
            #expect(one.number.number == 1 && one.document.changed.isEmpty)
            let before = (one.text(), one.json(nil), one.csv(), one.dataFiles)
            let corrected = try await ground.correct(50)
            #expect(corrected.count == 50)

            let two = try await ground.freeze(restating: one.number)
            #expect(two.number.number == 2 && two.document.restates == 1)
            #expect(two.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 50"])
            #expect(two.hash != one.hash)

            let again = try await practice.edition(one.number)
            #expect(again == one && again.isAsFrozen)
            #expect((again.text(), again.json(nil), again.csv()) == (before.0, before.1, before.2))
            #expect(again.dataFiles == before.3)
            for edition in [one, two] {
                let check = try await practice.verify(edition, by: "a test")
                #expect(check.isSound && check.recount == .same, "\(check)")
            }

            let difference = try await practice.difference(one.number, two.number, by: "a test")
            #expect(difference.records == 50 && difference.rules.isEmpty)
            #expect(!difference.changes.isEmpty)
            #expect(difference.changes.contains { $0.cause == .data && $0.place.row == "completed treatment" })
            let own = try await practice.changedEpisodes(between: one.number, and: two.number, at: ground.north.code)
            #expect(own == corrected)
            let other = try await practice.changedEpisodes(between: one.number, and: two.number, at: ground.south.code)
            #expect(other.isEmpty)
        }
    }

    @Test func `the figures are those of the live reports at the same cut`() async throws {
        try await EditionWorld.with { ground in
            let edition = try await ground.freeze()
            let statuses = try #require(try await ground.practice.statuses(of: edition))
            let scope = try ReportScope(sites: .all, models: .one("mst"))
            let table = try await ground.practice.indicators(
                of: scope, from: try EditionWorld.day("2025-01-01"), through: try EditionWorld.day("2025-12-31"),
                knownAt: edition.dataCut)
            let period = try #require(edition.document.tables.first?.columns.last)
            #expect(period == "2025-Q1 to 2025-Q4")
            func figure(_ row: String) -> Int? {
                edition.document.figure(row, period, of: "all sites, mst")?.value
            }
            let rows = try #require(table.sections.first).rows
            for (indicator, row) in [
                (Indicator.completed, "completed treatment"), (.placed, "placed during treatment"),
                (.atHome, "Living at home: yes"), (.noNewArrests, "No new arrests during treatment: yes"),
                (.referralAcceptance, "referrals accepted"),
            ] {
                let live = try #require(rows.first { $0.indicator == indicator })
                #expect(
                    figure(row).map { "\($0)" } == live.countsText.split(separator: "/").first.map(String.init),
                    "\(row)")
            }
            #expect(figure("closures") == 400)
            #expect(statuses.count == edition.document.tables.reduce(0) { $0 + $1.cells.count })
            #expect(statuses.values.contains(.primary) == (edition.document.withheld > 0))
        }
    }

    @Test func `what everybody reads has no site alone but over three years, and withholds small counts`() async throws
    {
        try await EditionWorld.with { ground in
            let year = try await ground.freeze(.dfe)
            #expect(year.document.tables.allSatisfy { $0.name.hasPrefix("all sites, ") })
            #expect(year.document.figure("closures", "2025-Q1 to 2025-Q4", of: "all sites, mst")?.value == 400)
            for table in year.document.tables {
                for cell in table.cells {
                    #expect(cell.value.map { $0 % 10 == 0 } ?? true)
                    if cell.value == nil { #expect(cell.percentage == nil) }
                }
            }
            let three = try await ground.freeze(.dfe, from: "2023-01-01", through: "2025-12-31")
            let sites = try #require(three.document.tables.last)
            #expect(sites.name == "sites, all models" && sites.columns == ["north", "south", "all sites"])
            #expect(three.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 0"])
            #expect(!year.text().contains("primary") && !year.dataFiles.contains { $0.text.contains("secondary") })
        }
    }

    @Test func `a country of two sites is not exempt as a whole`() async throws {
        try await EditionWorld.with { ground in
            let year = try await ground.freeze(.nhs)
            for table in year.document.tables {
                for cell in table.cells { #expect(cell.value.map { $0 == 0 || $0 > 7 && $0 % 5 == 0 } ?? true) }
            }
            #expect(year.document.figure("closures", "2025-Q1 to 2025-Q4", of: "all sites, mst")?.value == 400)
            #expect(year.document.parameters.contains { $0.name == "fewest-sites-of-the-whole" && $0.value == 3 })
            let check = try await ground.practice.verify(year, by: "a test")
            #expect(check.isSound && check.recount == .same)
        }
    }

    @Test func `what cannot be frozen is refused with a sentence, and nothing is kept`() async throws {
        try await EditionWorld.with { ground in
            func refused(_ from: String, _ through: String, _ profile: EditionProfile = .network) async -> EditionFault?
            {
                await #expect(throws: EditionFault.self) {
                    try await ground.freeze(profile, from: from, through: through)
                }
            }
            let days = try #require(
                CivilPeriod(from: try EditionWorld.day("2025-01-02"), through: try EditionWorld.day("2025-12-31")))
            #expect(await refused("2025-01-02", "2025-12-31") == .notQuarters(days))
            guard case .notALength(_, 2)? = await refused("2025-01-01", "2025-06-30") else {
                Issue.record("half a year was not refused")
                return
            }
            guard case .unfinished? = await refused("2026-04-01", "2026-06-30") else {
                Issue.record("a quarter that ends today was not refused")
                return
            }
            guard case .empty? = await refused("2020-01-01", "2020-12-31") else {
                Issue.record("an empty year was not refused")
                return
            }
            #expect(throws: ReportFault.self) {
                try EditionRequest(
                    .dfe, from: try EditionWorld.day("2025-04-01"), through: try EditionWorld.day("2025-03-31"))
            }
            #expect(try await ground.practice.editions().isEmpty)
            let one = try await ground.freeze()
            #expect(await refused("2025-01-01", "2025-12-31") == .outAlready(one.number))
            #expect(await refused("2025-04-01", "2026-03-31") == .across(one.number, one.period.days))
            // Others read it, so it is no restatement for them, and no overlap either.
            let missing = try #require(EditionNumber(7))
            await #expect(throws: EditionFault.unknown(missing)) { try await ground.freeze(restating: missing) }
            await #expect(throws: EditionFault.restatesOther(one.number)) {
                try await ground.freeze(.dfe, restating: one.number)
            }
            #expect(try await ground.practice.editions().map(\.number.number) == [1])
            let dry = try await ground.practice.freeze(
                try ground.request(from: "2025-01-01", through: "2025-03-31"), madeBy: "a test", dryRun: true)
            #expect(dry.edition == nil && dry.document.number == 2)
            #expect(try await ground.practice.editions().count == 1)
        }
    }

    @Test func `a correction that its forerunner would give away is refused with the figure, and nothing is kept`()
        async throws
    {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            let row = "closed for lack of engagement"
            // Six were printed, and one record changed: whoever has both editions knows that five are left.
            #expect(one.document.figure(row, "2025-Q4", of: "all sites, mst")?.value == 6)
            #expect(
                try await ground.correct(1, from: "lack-of-engagement", since: try EditionWorld.day("2025-10-01")).count
                    == 1)
            let fault = await #expect(throws: EditionFault.self) { try await ground.freeze(restating: one.number) }
            #expect(
                fault?.description.contains("'\(row) | all sites | mst | 2025-Q4'") == true,
                "\(String(describing: fault))")
            #expect(fault?.description.contains(", by: ") == true)
            #expect(try await ground.practice.editions().map(\.number) == [one.number])
        }
    }

    @Test func `a quarter and its year are each restated, and each says what changed since all before`() async throws {
        try await EditionWorld.with { ground in
            let quarter = ("2025-01-01", "2025-03-31")
            let one = try await ground.freeze(from: quarter.0, through: quarter.1)
            let two = try await ground.freeze()
            #expect(try await ground.correct(30).count == 30)
            let three = try await ground.freeze(from: quarter.0, through: quarter.1, restating: one.number)
            let four = try await ground.freeze(restating: two.number)
            func changed(_ edition: Edition) -> [String] {
                edition.document.changed.map { "\($0.edition): \($0.records)" }
            }
            #expect(changed(two) == ["1: 0"] && changed(three) == ["1: 30", "2: 30"])
            #expect(changed(four) == ["1: 30", "2: 30", "3: 0"])
            for edition in [one, two, three, four] {
                let check = try await ground.practice.verify(edition, by: "a test")
                #expect(check.isSound && check.recount == .same, "\(edition.number): \(check)")
            }
        }
    }

    @Test func `sites under ten closures stand together in the network's tables`() async throws {
        try await EditionWorld.with { ground in
            for (code, closures) in [("east", 4), ("west", 7)] {
                let site = try await IndicatorPracticeTests.site(code, in: ground.world, ground.practice)
                let first = try EditionWorld.day("2025-02-01")
                try await ground.world.record(
                    (0..<closures).map { place in
                        let end = first.adding(days: 20 * place)
                        return FixtureEpisode(from: end.adding(days: -100), through: end)
                    }, on: site)
            }
            let edition = try await ground.freeze()
            let sites = try #require(edition.document.tables.first { $0.name == "sites, mst" })
            // Of two, each could take its own figures away from theirs together.
            #expect(sites.columns == ["north", "east + south + west", "all sites"])
            #expect(sites.cell("closures", "east + south + west")?.value == 171)
            #expect(sites.cell("closures", "all sites")?.value == 411)
        }
    }

    @Test func `an edition that was changed by hand is told`() async throws {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            try await ground.world.database.withPool(.administrator) { pool in
                try await pool.withConnection { connection in
                    try await connection.execute("ALTER TABLE edition.edition DISABLE TRIGGER edition_append_only")
                    try await connection.execute(
                        "UPDATE edition.edition SET document = replace(document, '\"value\":400', '\"value\":401')")
                }
            }
            let changed = try await ground.practice.edition(one.number)
            let isAsFrozen = changed.isAsFrozen
            #expect(!isAsFrozen)
            let check = try await ground.practice.verify(changed, by: "a test")
            #expect(!check.isSound && !check.isAsFrozen && !check.isAsCounted && check.recount == .same)
        }
    }
}
