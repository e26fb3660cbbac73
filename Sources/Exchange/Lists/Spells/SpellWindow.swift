import CivilDate

/// The time around a child's treatment that spells in care are taken for, in civil months.
struct SpellWindow: Hashable {
    /// How long before the child's first referral spells are looked back at, in months: the record's contract with the sites
    /// (`README.md`, Lists).
    static let monthsBefore = 24

    /// How long after the child's last closing spells are followed, in months: the record's contract with the sites
    /// (`README.md`, Lists).
    static let monthsAfter = 30

    /// The first day of the time.
    let from: CivilDate

    /// The last day of the time; nil while an episode of the child is open.
    let through: CivilDate?

    /// The time around treatment.
    /// - Parameters:
    ///   - referredOn: the child's first referral.
    ///   - closedOn: its last closing; nil while an episode is open.
    init(referredOn: CivilDate, closedOn: CivilDate?) {
        from = referredOn.adding(months: -SpellWindow.monthsBefore)
        through = closedOn?.adding(months: SpellWindow.monthsAfter)
    }

    /// Whether a spell has a day in the time. The day on which it ended is no longer in it.
    func isReached(from start: CivilDate, until end: CivilDate?) -> Bool {
        if let end, end <= from { return false }
        return through.map { start <= $0 } ?? true
    }
}

extension SpellWindow: CustomStringConvertible {
    /// The bounds and where they come from.
    var description: String {
        let before = "which begins on \(from) (\(SpellWindow.monthsBefore) months before the first referral)"
        guard let through else { return before }
        return "\(before) and ends on \(through) (\(SpellWindow.monthsAfter) months after the last closing)"
    }
}
