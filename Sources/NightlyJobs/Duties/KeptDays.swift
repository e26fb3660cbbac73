/// For how many days what was missed stays on the lists.
package struct KeptDays: Hashable, Sendable {
    /// The number, 7 to 366.
    package let number: Int

    /// So many days; nil for fewer than a week, in which a team meets once, or more than a year.
    package init?(_ number: Int) {
        guard KeptDays.bounds.contains(number) else { return nil }
        self.number = number
    }

    private init(unchecked number: Int) { self.number = number }

    /// Four weeks: what was missed in a month is talked about in the month's review; our decision.
    package static let usual = KeptDays(unchecked: 28)

    private static let bounds = 7...366
}
