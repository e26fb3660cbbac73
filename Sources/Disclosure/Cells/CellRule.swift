/// How one figure is treated: which counts are small, and to what the others are rounded.
package struct CellRule: Sendable, Hashable {
    /// Counts from 1 up to this one are withheld; 0 when no count is small. Zero itself is always printed.
    package let smallUpTo: Int
    /// The others are rounded to a multiple of this; 1 when they are printed as they are.
    package let base: Int

    /// A rule; `smallUpTo` at least 0, `base` at least 1.
    package init(smallUpTo: Int, base: Int) {
        self.smallUpTo = max(0, smallUpTo)
        self.base = max(1, base)
    }

    /// What becomes of a count before anybody looks at its neighbours.
    package func status(of count: Int) -> CellStatus {
        if isSmall(count) { return .primary }
        return base == 1 || count == 0 ? .shown : .rounded
    }

    /// Whether a count must be withheld for itself.
    package func isSmall(_ count: Int) -> Bool { count >= 1 && count <= smallUpTo }

    /// The multiple of the base that is nearest; a half goes up.
    package func rounded(_ count: Int) -> Int { (count + base / 2) / base * base }

    /// Every count that would be printed as this one is.
    package func countsRounded(as count: Int) -> ClosedRange<Int> {
        let printed = rounded(count)
        let least = max(printed - base / 2, smallUpTo + 1)
        return least...max(least, printed + (base - 1) / 2)
    }
}
