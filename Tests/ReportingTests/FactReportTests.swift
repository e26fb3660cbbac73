import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Reporting
import Statistics
import Testing

/// The reports over a real database, against figures that were counted by hand from ``ReportWorld``.
@Suite struct FactReportTests {
    private static func counts(_ share: Proportion) -> String { "\(share.numerator)/\(share.denominator)" }

    @Test func `sites and teams are compared by the counts of the indicator, whoever had no case included`()
        async throws
    {
        try await ReportWorld.with { ground in
            let table = try await ground.ask(ComparisonReport(.atHome, by: .site), .all)
            #expect(table.comparison.units.map(\.counted.code) == ["north", "south"])
            #expect(table.comparison.units.map { Self.counts($0.counted.share) } == ["1/2", "1/2"])
            #expect(table.comparison.centre.map(Self.counts) == "2/4")
            // All strata are under twenty and merged into one: each expects two times a half.
            #expect(table.comparison.units.map(\.counted.expected) == [1, 1])
            #expect(table.comparison.units.allSatisfy { $0.ratio?.isUnsteady == true && $0.signal == .none })
            let text = table.document.text()
            #expect(text.contains("Answer not known: 1; closed otherwise and not counted: 1."))
            #expect(text.contains("no league table"))

            let teams = try await ground.ask(ComparisonReport(.completed, by: .team), .one(ground.north.code))
            #expect(teams.comparison.units.map(\.counted.code) == ["north-mst"])
            #expect(teams.comparison.units.map { Self.counts($0.counted.share) } == ["2/3"])
            let both = try await ground.ask(ComparisonReport(.completed, by: .team), .all)
            #expect(both.comparison.units.map(\.counted.code) == ["north/north-mst", "south/south-mst"])
            let none = try await ground.ask(
                ComparisonReport(.atHome, by: .site), .all, from: "2020-01-01", through: "2020-12-31")
            #expect(none.comparison.units.map { Self.counts($0.counted.share) } == ["0/0", "0/0"])
            #expect(none.document.text().contains("n/a: nothing was counted"))
            let fault = await #expect(throws: ReportFault.self) {
                try await ground.ask(ComparisonReport(.atHome, by: .site), .one(ground.north.code))
            }
            #expect(fault == .sitesNeedAll)
        }
    }

    @Test func `a trend has the counts of each quarter`() async throws {
        try await ReportWorld.with { ground in
            let table = try await ground.ask(TrendReport(.atHome, every: .quarter), .one(ground.north.code))
            #expect(table.points.map { Self.counts($0.share) } == ["0/1", "1/1", "0/0", "0/0"])
            let network = try await ground.ask(TrendReport(.atHome, every: .quarter), .all)
            #expect(network.points.map { Self.counts($0.share) } == ["0/1", "2/3", "0/0", "0/0"])
        }
    }

    @Test func `time to placement knows what came first`() async throws {
        try await ReportWorld.with { ground in
            let times = try await ground.ask(PlacementTimeReport(), .one(ground.north.code))
            let cases = times.cases.map { "\($0.time) \($0.cause?.rawValue ?? "-")" }
            #expect(cases == ["30 placed", "40 closed", "60 placed", "133 closed", "851 -"])
            #expect(times.curve.steps.map(\.time) == [30, 60])
            #expect(times.curve.steps.map(\.atRisk) == [5, 3])
            #expect(abs(times.curve.share(at: 60) - 0.8 * 2 / 3) < 1e-12)
            let last = try #require(times.incidence.steps.last)
            #expect(abs((last.shares[.placed] ?? 0) - 0.4) < 1e-12)
            #expect(abs((last.shares[.closed] ?? 0) - 0.4) < 1e-12)
            #expect(times.document.json().contains("\"cause\": \"turned_18\",\n      \"steps\": []"))
        }
    }

    @Test func `follow-ups show what is not known and what it could be`() async throws {
        try await ReportWorld.with { ground in
            let table = try await ground.ask(FollowUpReport(), .one(ground.north.code))
            let row = try #require(table.rows.first { $0.month == .six && $0.outcome.key == .atHome })
            #expect((row.answers.yes, row.answers.known, row.unknown, row.notDue) == (1, 1, 2, 0))
            #expect(row.answers.least.map(Self.counts) == "1/3" && row.answers.most.map(Self.counts) == "3/3")
            let later = try #require(table.rows.first { $0.month == .eighteen && $0.outcome.key == .atHome })
            #expect((later.answers.known, later.unknown) == (0, 3))
            #expect(table.document.csv().contains("6,at_home,Living at home,1,1,2,0,1.0,"))
        }
    }

    @Test func `provision is counted in windows of one length, and unequal ones only under a sentence that says so`()
        async throws
    {
        try await ReportWorld.with { ground in
            func ask(_ before: Int, _ after: Int) async throws -> PrePostTable {
                let before = try #require(WindowLength(months: before))
                let after = try #require(WindowLength(months: after))
                return try await ground.ask(PrePostReport(before: before, after: after), .one(ground.north.code))
            }
            let table = try await ask(12, 12)
            #expect(table.rows.map { Self.counts($0.before) } == ["1/4", "1/4", "0/4", "0/4"])
            #expect(table.rows.map { Self.counts($0.after) } == ["1/4", "0/4", "1/4", "0/4"])
            #expect(table.children == 4 && table.notOver == 0 && table.unrecorded == 1)
            #expect(table.isEqual && !table.document.text().contains("UNEQUAL"))
            let unequal = try await ask(24, 12)
            #expect(!unequal.isEqual && unequal.report.before.days == 730)
            let text = unequal.document.text()
            #expect(text.contains("UNEQUAL WINDOWS: 730 days before and 365 days after."))
            #expect(unequal.document.json().contains("\"equal_windows\": false"))
            let long = try await ask(36, 36)
            #expect(long.children == 0 && long.notOver == 4 && long.document.text().contains("n/a"))
        }
    }

    @Test func `a contract pays for days averted up to its cap`() async throws {
        try await ReportWorld.with { ground in
            func ask(_ target: String, cap: String?, on day: String) async throws -> OutcomesContractTable {
                let window = try #require(WindowLength(months: 12))
                let baseline = try #require(StatedNumber("0.5"))
                let aim = try #require(StatedNumber(target))
                let contract = try #require(
                    OutcomesContract(
                        window: window, baseline: baseline, target: aim, price: StatedNumber("10"),
                        cap: cap.flatMap { StatedNumber($0) }))
                return try await ground.ask(
                    OutcomesContractReport(contract, on: try ReportWorld.day(day)), .one(ground.north.code))
            }
            let table = try await ask("0.1", cap: "5000", on: "2024-12-31")
            #expect(Self.counts(table.care) == "30/1665")
            #expect(table.expectedCareDays == 832.5 && table.avertedDays == 802.5)
            #expect(table.isTargetMet == true && table.payment == 5000)
            let uncapped = try await ask("0.018", cap: nil, on: "2024-12-31")
            // 30 of 1,665 is 0.018018...: over the target by a hair, and what is compared is exact.
            #expect(uncapped.isTargetMet == false && uncapped.payment == 8025)
            let early = try await ask("0.1", cap: nil, on: "2024-01-08")
            #expect(Self.counts(early.care) == "0/2" && early.payment == 10)
            let fault = await #expect(throws: ReportFault.self) { try await ask("0.1", cap: nil, on: "2026-07-01") }
            guard case .dayToCome? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
        }
    }

    @Test func `reach tells families apart and each part adds up to all of them`() async throws {
        try await ReportWorld.with { ground in
            let table = try await ground.ask(ReachReport(), .one(ground.north.code))
            #expect((table.referred, table.started) == (5, 5))
            func of(_ dimension: ReachTable.Dimension) -> [String] {
                table.rows.filter { $0.dimension == dimension }.map { "\($0.word ?? "-") \($0.referred.numerator)" }
            }
            #expect(of(.age) == ["12-13 1", "- 4"])
            #expect(of(.source) == ["family 1", "police 1", "- 3"])
            for dimension in ReachTable.Dimension.allCases {
                let own = table.rows.filter { $0.dimension == dimension }
                #expect(own.reduce(0) { $0 + $1.referred.numerator } == 5)
            }
        }
    }

    @Test func `all sites together are reported by whole months, and a model that nobody delivers is refused`()
        async throws
    {
        try await ReportWorld.with { ground in
            for (from, through) in [("2024-01-02", "2024-12-31"), ("2024-01-01", "2024-02-28")] {
                let fault = await #expect(throws: ReportFault.self) {
                    try await ground.ask(ReachReport(), .all, from: from, through: through)
                }
                #expect(fault?.description.contains("whole months") == true)
            }
            _ = try await ground.ask(ReachReport(), .all, from: "2024-02-01", through: "2024-02-29")
            _ = try await ground.ask(ReachReport(), .one(ground.north.code), from: "2024-01-02", through: "2024-01-03")
            let fault = await #expect(throws: ReportFault.self) {
                try await ground.ask(
                    ReachReport(), .one(ground.north.code), team: "north-mst", models: .one("mst-fit"))
            }
            #expect(fault == .modelNotRun("mst-fit", running: ["mst"]))
            let reversed = await #expect(throws: ReportFault.self) {
                try await ground.ask(ReachReport(), .all, from: "2024-12-01", through: "2024-01-31")
            }
            guard case .periodReversed? = reversed else {
                Issue.record("\(String(describing: reversed))")
                return
            }
        }
    }

    @Test func `the tables of all sites too are of whole months and of a model that somebody delivers`() async throws {
        try await ReportWorld.with { ground in
            let practice = ground.practice
            let asks: [@Sendable (ReportScope, CivilDate, CivilDate) async throws -> Void] = [
                { _ = try await practice.indicators(of: $0, from: $1, through: $2) },
                { _ = try await practice.referrals(of: $0, from: $1, through: $2) },
                { _ = try await practice.careDays(of: $0, from: $1, through: $2) },
            ]
            let all = try ReportScope(sites: .all)
            let none = try ReportScope(
                sites: .one(ground.north.code), team: TeamCode("north-mst"), models: .one("mst-fit"))
            let (first, last) = (try ReportWorld.day("2024-02-01"), try ReportWorld.day("2024-02-29"))
            for ask in asks {
                for (from, through) in [(first.adding(days: 1), last), (first, last.adding(days: -1))] {
                    let period = try #require(CivilPeriod(from: from, through: through))
                    await #expect(throws: ReportFault.periodNotMonths(period)) { try await ask(all, from, through) }
                }
                try await ask(all, first, last)
                try await ask(try ReportScope(sites: .one(ground.north.code)), first, last.adding(days: -1))
                await #expect(throws: ReportFault.modelNotRun("mst-fit", running: ["mst"])) {
                    try await ask(none, first, last)
                }
            }
        }
    }

    @Test func `missing and late data is told rule by rule`() async throws {
        try await ReportWorld.with { ground in
            let table = try await ground.ask(QualityReport(), .one(ground.north.code))
            let found = Dictionary(table.rows.map { ($0.rule, Self.counts($0.found)) }) { first, _ in first }
            #expect(found.count == QualityTable.Rule.allCases.count)
            #expect(found[.age] == "4/5" && found[.source] == "3/5" && found[.sex] == "5/5")
            #expect(found[.atHome] == "1/3" && found[.school] == "3/3" && found[.interview] == "4/4")
            #expect(found[.followUp] == "2/3" && found[.spells] == "1/4" && found[.start] == "0/4")
            // All was written down in 2026, years after.
            #expect(found[.lateClosing] == "4/4" && found[.pending] == "0/0" && found[.onward] == "0/0")
            #expect(table.document.csv().contains("M08,"))
        }
    }
}
