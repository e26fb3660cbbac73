import CivilDate
import Intervention
import Statistics

/// The days in care of the children of a scope, each child once.
package struct CareDaysTable: Hashable, Sendable {
    /// One measure.
    package struct Row: Hashable, Sendable {
        /// What is counted.
        package let measure: CareMeasure
        /// How many children had any such day.
        package let children: Int
        /// The days, of all child-days.
        let share: Proportion

        /// The days.
        package var days: Int { share.numerator }

        /// The share of the child-days, unrounded; nil when there is none.
        package var value: Double? { share.value }
    }

    /// Whose children.
    package let scope: ReportScope
    /// The days that were asked for.
    package let period: CivilPeriod
    /// What was known at this time; nil for what is known now.
    package let knownAt: Instant?
    /// Children with an accepted referral, each once.
    package let children: Int
    /// Those of them with no spell on record.
    package let withoutSpells: Int
    /// One row for each measure.
    package let rows: [Row]
    let window: CareWindow

    /// Children times the days that count.
    package var childDays: Int { children * window.dayCount }

    /// How many days count: those of the period that have happened.
    package var dayCount: Int { window.dayCount }
}

extension CareDaysTable {
    /// Turns sums into rows.
    /// - Throws: ``ReportFault/impossibleDays(_:)``.
    init(answering request: ReportRequest, window: CareWindow, sums: CareDaysSums) throws(ReportFault) {
        scope = request.scope
        period = request.period
        knownAt = request.knownAt
        children = sums.children
        withoutSpells = sums.withoutSpells
        self.window = window
        let childDays = sums.children * window.dayCount
        var rows: [Row] = []
        for measure in CareMeasure.allCases {
            let counted = sums.measures[measure] ?? CareDaysSums.Days()
            guard let share = Proportion(numerator: counted.days, denominator: childDays),
                counted.children <= min(sums.children, counted.days)
            else { throw .impossibleDays(measure) }
            rows.append(Row(measure: measure, children: counted.children, share: share))
        }
        self.rows = rows
    }

    /// What has to be known to read the numbers rightly, a sentence each.
    package var notes: [String] {
        var notes = [
            "A spell counts from its first day to the day before its end; one that lasts counts to the end of the window.",
            "Looked after is by provision, out of home and custody are by placement; they overlap and are not added up.",
            "A child without any spell on record counts with no day; nothing on record is not the same as days at home.",
        ]
        if window.isCut {
            notes.append(
                window.through.map { "Days after \($0) have not happened and are not counted." }
                    ?? "No day of the period has happened yet."
            )
        }
        if scope.sites == .all {
            notes.append("A child whom two sites know counts at each: sites do not share what they know children by.")
        }
        return notes
    }
}
