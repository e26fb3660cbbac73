import CivilDate

/// The days of an edition: whole quarters of the calendar, one of them, a year or three years.
///
/// Periods form a tree: two of them are the same, or one lies within the other, or they share no day. A rolling window
/// would tell by its difference from the one before who came and who went.
package struct EditionPeriod: Hashable, Sendable {
    /// How many quarters it may have.
    private static let lengths: Set<Int> = [1, 4, 12]

    /// How two periods lie to each other.
    package enum Relation: Hashable, Sendable {
        /// They have the same days.
        case same
        /// One lies within the other.
        case nested
        /// They share no day.
        case apart
        /// They share days, and neither lies within the other.
        case across
    }

    /// The quarters, each by four times its year and its place in it.
    package let quarters: ClosedRange<Int>
    /// The days.
    package let days: CivilPeriod

    /// A period.
    /// - Throws: ``EditionFault`` when it is not of whole quarters, or of another length.
    package init(_ days: CivilPeriod) throws(EditionFault) {
        let (first, last) = (days.from.civilMonth, days.through.civilMonth)
        guard days.from == first.firstDay, days.through == last.lastDay, first.month % 3 == 1, last.month % 3 == 0
        else { throw .notQuarters(days) }
        quarters = Self.quarter(of: first)...Self.quarter(of: last)
        guard Self.lengths.contains(quarters.count) else { throw .notALength(days, quarters: quarters.count) }
        self.days = days
    }

    /// How another period lies to this one.
    package func relation(to other: EditionPeriod) -> Relation {
        if quarters == other.quarters { return .same }
        if !quarters.overlaps(other.quarters) { return .apart }
        let isNested = quarters.contains(other.quarters) || other.quarters.contains(quarters)
        return isNested ? .nested : .across
    }

    /// Whether sites stand alone in a public edition: only over three years.
    var isLongest: Bool { quarters.count == Self.lengths.max() }

    /// The quarter that a month lies in.
    static func quarter(of month: CivilMonth) -> Int { month.year * 4 + (month.month - 1) / 3 }

    /// What quarters are called in every edition: `2025-Q1`, or `2025-Q1 to 2025-Q4`.
    static func name(_ quarters: ClosedRange<Int>) -> String {
        func name(_ quarter: Int) -> String { "\(quarter / 4)-Q\(quarter % 4 + 1)" }
        let first = name(quarters.lowerBound)
        return quarters.count == 1 ? first : "\(first) to \(name(quarters.upperBound))"
    }
}
