import CivilDate
import Intervention
import Postgres
import Statistics

/// The report that sets sites or teams beside each other.
package struct ComparisonReport: FactReport {
    /// What is set beside each other.
    package enum Grouping: String, CaseIterable, Hashable, Sendable {
        case site
        case team
    }

    /// The indicator.
    package let indicator: Indicator
    /// What is set beside each other.
    package let grouping: Grouping

    /// A report of an indicator by site or by team.
    package init(_ indicator: Indicator, by grouping: Grouping) {
        self.indicator = indicator
        self.grouping = grouping
    }

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> ComparisonTable {
        if grouping == .site, ground.request.scope.sites != .all { throw ReportFault.sitesNeedAll }
        let counted = try CountedIndicator(indicator, in: ground.model.flatMap { ground.models.newest($0) })
        let counts = try await IndicatorCounts.read(counted, by: .caseMix, on: ground, in: transaction)
        return try ComparisonTable(counts, by: grouping, on: ground)
    }
}

/// Sites or teams beside each other by one indicator, for one model or for all of them together.
package struct ComparisonTable: ReportAnswer {
    /// The question.
    let request: ReportRequest
    /// What was counted.
    let indicator: CountedIndicator
    /// What is set beside each other.
    package let grouping: ComparisonReport.Grouping
    /// The arithmetic.
    package let comparison: Comparison
    /// The strata of case-mix.
    package let standardisation: Standardisation
    /// Who is not counted and why.
    let leftOut: String

    /// The indicator's name.
    package var title: String { indicator.indicator.title }

    /// - Throws: ``ReportFault/inexact(_:)`` for counts that contradict each other.
    init(
        _ counts: IndicatorCounts, by grouping: ComparisonReport.Grouping, on ground: ReportGround
    ) throws(ReportFault) {
        request = ground.request.addingUp
        indicator = counts.indicator
        self.grouping = grouping
        leftOut = counts.leftOut
        let codes = Dictionary(ground.sites.map { ($0.id.number, $0.code.text) }) { first, _ in first }
        func unit(_ row: IndicatorCount) -> String {
            let site = codes[row.site] ?? "\(row.site)"
            return switch grouping {
            case .site: site
            case .team: ground.request.scope.sites == .all ? "\(site)/\(row.team)" : row.team
            }
        }
        var rows = Dictionary(grouping: counts.rows, by: unit)
        for code in ground.units(by: grouping) where rows[code] == nil { rows[code] = [] }
        var strata: [String: [CaseMix: Proportion]] = [:]
        for (code, own) in rows {
            strata[code] = [:]
            for (mix, alike) in Dictionary(grouping: own, by: \.stratum) {
                strata[code]?[mix] = try counts.share(of: alike)
            }
        }
        let standardisation = Standardisation(strata)
        self.standardisation = standardisation
        var units: [Comparison.Counted] = []
        for (code, own) in rows {
            units.append(
                Comparison.Counted(
                    code, try counts.share(of: own), young: try counts.share(of: own.filter(\.isYoung)),
                    expected: standardisation.expected[code]))
        }
        comparison = Comparison(units)
    }
}

extension ReportGround {
    /// The units that ought to be there, whether or not anything happened: who has no case is shown, not left out.
    fileprivate func units(by grouping: ComparisonReport.Grouping) -> [String] {
        let isNetwork = request.scope.sites == .all
        return sites.flatMap { site in
            let teams = site.teams.filter { team in
                (model == nil || team.model == model) && (request.scope.team == nil || team.code == request.scope.team)
                    && team.startedOn <= request.period.through
            }
            return switch grouping {
            case .site: teams.isEmpty ? [] : [site.code.text]
            case .team: teams.map { isNetwork ? "\(site.code.text)/\($0.code.text)" : $0.code.text }
            }
        }
    }
}
