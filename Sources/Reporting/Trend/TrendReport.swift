import CivilDate
import Intervention
import Postgres
import Statistics

/// The report that follows one indicator over time.
package struct TrendReport: FactReport {
    /// How long each point is.
    package enum Step: String, CaseIterable, Hashable, Sendable {
        case month
        case quarter

        /// How many months.
        var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            }
        }

        /// The first month of the step that a day lies in; quarters begin in January, April, July and October.
        func first(of day: CivilDate) -> CivilMonth {
            let month = day.civilMonth
            return month.adding(months: -((month.month - 1) % months))
        }
    }

    /// The indicator.
    package let indicator: Indicator
    /// How long each point is.
    package let step: Step
    /// Whether moving ranges beyond their own limit are left out of the limits, once.
    package let isScreened: Bool

    /// A report of an indicator, point by point.
    package init(_ indicator: Indicator, every step: Step, screened isScreened: Bool = false) {
        self.indicator = indicator
        self.step = step
        self.isScreened = isScreened
    }

    package func read(_ ground: ReportGround, in transaction: Transaction) async throws -> TrendTable {
        let counted = try CountedIndicator(indicator, in: ground.model.flatMap { ground.models.newest($0) })
        let counts = try await IndicatorCounts.read(counted, by: .time, on: ground, in: transaction)
        return try TrendTable(counts, of: self, on: ground)
    }
}

/// One indicator over time with the limits and signals of the XmR chart.
package struct TrendTable: ReportAnswer {
    /// What was counted in one step.
    package struct Point: Hashable, Sendable {
        /// The first day that counts.
        package let from: CivilDate
        /// So many of so many; of nothing there is no value and the chart leaves the point out.
        package let share: Proportion
        /// Whether all of the step lies in the period and has happened.
        package let isWhole: Bool
    }

    /// The question.
    let request: ReportRequest
    /// What was asked besides.
    package let report: TrendReport
    /// The points in their order, up to the day it is.
    package let points: [Point]
    /// The chart over the points that have a value; nil for fewer than two.
    package let chart: RunChart?
    let indicator: CountedIndicator
    let leftOut: String

    /// - Throws: ``ReportFault/inexact(_:)`` for counts that contradict each other.
    init(_ counts: IndicatorCounts, of report: TrendReport, on ground: ReportGround) throws(ReportFault) {
        request = ground.request.addingUp
        self.report = report
        indicator = counts.indicator
        leftOut = counts.leftOut
        let period = ground.request.period
        let last = min(period.through, max(ground.today, period.from))
        var points: [Point] = []
        var month = report.step.first(of: period.from)
        while month.firstDay <= last {
            let next = month.adding(months: report.step.months)
            let rows = counts.rows.filter { row in
                row.month.map { month.firstDay <= $0 && $0 < next.firstDay } ?? false
            }
            points.append(
                Point(
                    from: max(month.firstDay, period.from), share: try counts.share(of: rows),
                    isWhole: period.from <= month.firstDay && next.firstDay.adding(days: -1) <= last))
            month = next
        }
        self.points = points
        chart = RunChart(points.compactMap(\.share.value), screening: report.isScreened)
    }

    /// The places of the points that the chart is made of, from 0.
    private var charted: [Int] { points.indices.filter { points[$0].share.denominator > 0 } }

    /// What stands out, with the places of its points among all points, from 0.
    package var signals: [(rule: RunSignal.Rule, points: [Int], isHigh: Bool)] {
        let charted = charted
        return (chart?.signals ?? []).map { ($0.rule, $0.points.map { charted[$0] }, $0.isHigh) }
    }
}
