extension Release {
    /// The same figures as readers have them from whom some need no protection, and for whom what was decided is decided.
    /// - Parameters:
    ///   - spared: which figures need none; what is printed of them tells no more than before.
    ///   - pattern: what became of each: a figure of this edition that it withholds for others stays withheld.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func sparing(
        _ spared: (Int) -> Bool, decided pattern: Pattern
    ) throws(DisclosureFault) -> Release {
        var release = Release()
        for (index, cell) in cells.enumerated() { try release.add(copy(cell, index, spared(index), pattern)) }
        for equation in equations {
            try release.tell(
                equation.name, equation.terms.map { ($0.cell, $0.weight) }, atLeast: equation.least,
                atMost: equation.most)
        }
        for partition in partitions { release.tell(partition: partition) }
        return release
    }

    private func copy(_ cell: Cell, _ index: Int, _ isSpared: Bool, _ pattern: Pattern) -> Cell {
        let status = pattern[index]
        if isSpared, cell.isProtected {
            return Cell(unprinted: cell.id, count: cell.count, known: cell.readable(as: status))
        }
        guard cell.isPrinted, cell.earlier == nil, status == .secondary else { return cell }
        return Cell(cell.id, count: cell.count, rule: cell.rule, known: cell.known, earlier: status)
    }

    /// Tells of something that no table prints and that readers can reckon: what is left of a figure when others are taken
    /// away. A small one is protected as if it were printed by a symbol.
    /// - Parameters:
    ///   - whole: the figure, or some that are added up.
    ///   - parts: what is taken away.
    ///   - limit: by how much the difference can be wrong, since records changed in between.
    ///   - rule: which rests are small.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package mutating func tell(
        remainderOf whole: [Int], without parts: [Int], within limit: Int, by rule: CellRule, called name: String
    ) throws(DisclosureFault) {
        let terms = parts.map { (cell: $0, weight: 1) } + whole.map { (cell: $0, weight: -1) }
        let difference = -terms.reduce(0) { $0 + $1.weight * cells[$1.cell].count }
        // Of all that it can be, the small count that is nearest.
        let (least, most) = (max(1, difference - limit), min(rule.smallUpTo, difference + limit))
        guard least <= most else { return try tell(name, terms, atMost: limit) }
        let rest = try add(
            Cell(reckoned: CellID("the rest of: \(name)"), count: min(max(difference, least), most), rule: rule))
        try tell(name, terms + [(rest, 1)], atLeast: -limit, atMost: limit)
    }
}
