/// What becomes of every figure of a release.
package struct Pattern: Sendable, Hashable {
    private var statuses: [CellStatus]

    /// What the rules alone demand, before anybody looks at sums.
    package init(primaryOf release: Release) {
        statuses = release.cells.map { cell in
            cell.isPrinted ? cell.earlier ?? cell.rule.status(of: cell.count) : .shown
        }
    }

    /// What became of the figure at a place of the release.
    package subscript(cell: Int) -> CellStatus { statuses[cell] }

    /// Prints a figure that need not be withheld to protect another.
    package mutating func giveBack(_ cell: Int, of release: Release) {
        statuses[cell] = release.cells[cell].rule.status(of: release.cells[cell].count)
    }

    /// Withholds a figure to protect another.
    mutating func withhold(_ cell: Int) { statuses[cell] = .secondary }

    /// What is printed of a figure; nil when it is withheld.
    package func printed(_ cell: Int, of release: Release) -> Int? {
        switch statuses[cell] {
        case .shown: release.cells[cell].count
        case .rounded: release.cells[cell].rule.rounded(release.cells[cell].count)
        case .primary, .secondary: nil
        }
    }

    /// How many of this edition's own figures are printed by a symbol only, and how many there are.
    package func withheld(of release: Release) -> (cells: Int, of: Int) {
        let own = release.cells.indices.filter { release.cells[$0].isPrinted && release.cells[$0].earlier == nil }
        return (own.count { statuses[$0].isWithheld }, own.count)
    }
}
