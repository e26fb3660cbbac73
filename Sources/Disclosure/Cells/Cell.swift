/// One figure of a release, with its true count and what a reader knows of it beforehand.
package struct Cell: Sendable, Hashable {
    /// More than any count of a network can be. A reader is taken to know that much.
    package static let ceiling = 1_000_000

    /// Its name.
    package let id: CellID
    /// The true count, at least 0.
    package let count: Int
    /// How it is treated.
    package let rule: CellRule
    /// What a reader knows without any publication.
    package let known: ClosedRange<Int>
    /// What became of it in an earlier edition; nothing can be changed about it any more. Nil for a figure of this
    /// edition.
    package let earlier: CellStatus?
    /// False for a quantity that no table prints, such as how many records changed.
    package let isPrinted: Bool
    /// The least that it can be while it is withheld: 1 in a table, which prints zeros, and 0 where it is only reckoned.
    let leastWithheld: Int

    /// A figure that a table prints.
    package init(
        _ id: CellID, count: Int, rule: CellRule, known: ClosedRange<Int> = 0...Cell.ceiling,
        earlier: CellStatus? = nil
    ) {
        self.init(id, count: count, rule: rule, known: known, earlier: earlier, isPrinted: true)
    }

    /// A figure that no table prints and that readers can reckon: protected as if a table printed its symbol.
    init(reckoned id: CellID, count: Int, rule: CellRule) {
        self.init(
            id, count: count, rule: rule, known: 0...Cell.ceiling, earlier: .secondary, isPrinted: true,
            leastWithheld: 0)
    }

    /// A quantity that no table prints, but that others depend on.
    package init(unprinted id: CellID, count: Int, known: ClosedRange<Int>) {
        let rule = CellRule(smallUpTo: 0, base: 1)
        self.init(id, count: count, rule: rule, known: known, earlier: nil, isPrinted: false)
    }

    private init(
        _ id: CellID, count: Int, rule: CellRule, known: ClosedRange<Int>, earlier: CellStatus?, isPrinted: Bool,
        leastWithheld: Int = 1
    ) {
        self.id = id
        self.count = count
        self.rule = rule
        self.known = known
        self.earlier = earlier
        self.isPrinted = isPrinted
        self.leastWithheld = leastWithheld
    }

    /// Whether it stands for children who could be known by it.
    package var isProtected: Bool { isPrinted && rule.isSmall(count) }

    /// Whether it could be withheld to protect another: zeros are always printed, and an earlier edition is out.
    package var canBeWithheld: Bool { isPrinted && earlier == nil && count > 0 }

    /// What a reader of the figure with a status knows of its count. Of a figure that is withheld for the sake of
    /// another a reader knows only that it is not zero: both kinds carry the same symbol.
    func readable(as status: CellStatus) -> ClosedRange<Int> {
        guard isPrinted else { return known }
        let told =
            switch status {
            case .shown: count...count
            case .rounded: rule.countsRounded(as: count)
            case .primary: leastWithheld...max(1, rule.smallUpTo)
            case .secondary: leastWithheld...Cell.ceiling
            }
        return told.clamped(to: known)
    }
}
