import CivilDate
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting

/// One report of all sites, asked for again and again by the use case that commands and pages ask: read, worked out and
/// written as JSON.
struct TimedReports {
    private let home: HomeFolder
    private let report: String
    private let from: CivilDate
    private let through: CivilDate
    private let time: Duration

    init(_ words: Words) throws {
        home = HomeFolder(path: try words.text("home"))
        report = try words.text("report")
        from = try words.day("since")
        through = try words.day("through")
        time = try words.duration()
    }

    func run() async throws -> Finding {
        try await Caseload.withPractice(over: home, connections: 2) { practice in
            let scope = try ReportScope(sites: .all, models: .one("mst"))
            // Warm: the caches of the connection and of the server are filled by the first.
            _ = try await written(practice, scope)
            return try await Finding.repeating(for: time) {
                _ = try await written(practice, scope)
                return 1
            }
        }
    }

    private func written(_ practice: Practice, _ scope: ReportScope) async throws -> String {
        func ask<Report: FactReport>(_ report: Report) async throws -> String {
            try await practice.report(report, of: scope, from: from, through: through).document.json()
        }
        return switch report {
        case "indicators": try await practice.indicators(of: scope, from: from, through: through).json()
        case "referrals": try await practice.referrals(of: scope, from: from, through: through).json()
        case "comparison": try await ask(ComparisonReport(.atHome, by: .site))
        case "trend": try await ask(TrendReport(.atHome, every: .quarter))
        case "time-to-placement": try await ask(PlacementTimeReport())
        case "follow-up": try await ask(FollowUpReport())
        case "reach": try await ask(ReachReport())
        case "pre-post": try await ask(PrePostReport(before: .year, after: .year))
        case "quality": try await ask(QualityReport())
        case "care-days": try await practice.careDays(of: scope, from: from, through: through).json()
        case "outcomes-contract": try await ask(try contract)
        default: throw Words.Mistake("no report is called \(report)")
        }
    }

    /// The days of a contract of thirty months, as they stand on the last day of the period.
    private var contract: OutcomesContractReport {
        get throws {
            guard let window = WindowLength(months: 30), let share = StatedNumber("0.2"),
                let contract = OutcomesContract(window: window, baseline: share, target: share)
            else { throw Words.Mistake("the terms of the contract cannot be read") }
            return OutcomesContractReport(contract, on: through)
        }
    }
}
