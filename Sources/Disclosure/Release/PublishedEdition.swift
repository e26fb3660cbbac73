/// What an edition printed, with the true counts behind it, as far as a later one has to be attacked together with it.
package struct PublishedEdition: Sendable {
    /// Its number, which is part of the names of its figures.
    package let number: Int
    /// Its figures.
    package let release: Release
    /// What became of each.
    package let pattern: Pattern

    /// An edition that is out.
    package init(number: Int, release: Release, pattern: Pattern) {
        self.number = number
        self.release = release
        self.pattern = pattern
    }

    /// The same, with figures of later editions of which it prints nothing, since their sites counted nothing: its readers
    /// know them to be 0.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func adding(zeros: [CellID]) throws(DisclosureFault) -> PublishedEdition {
        var release = release
        for id in zeros where release.place(of: id) == nil {
            try release.add(Cell(unprinted: id, count: 0, known: 0...0))
        }
        return PublishedEdition(number: number, release: release, pattern: pattern)
    }

    func id(of cell: CellID) -> CellID { CellID("edition \(number): \(cell)") }
}

extension Release {
    /// Adds all that an earlier edition printed, and that from it to this one at most so many records changed: that
    /// number is published, so every reader knows it.
    /// - Parameter changed: Records that came, went or were corrected, at least 0.
    /// - Throws: ``DisclosureFault/contradiction(_:)`` when more of them changed.
    package mutating func add(_ earlier: PublishedEdition, changed: Int) throws(DisclosureFault) {
        let ours = cells.indices.filter { cells[$0].isPrinted && cells[$0].earlier == nil }
        let tables = partitions
        try addFigures(of: earlier)
        for cell in ours {
            guard let before = place(of: earlier.id(of: cells[cell].id)) else { continue }
            try tell(
                "at most \(changed) records changed since edition \(earlier.number)", [(cell, 1), (before, -1)],
                atLeast: -changed, atMost: changed)
        }
        for (table, partition) in tables.enumerated() {
            try tellChanges(of: partition, table, since: earlier, atMost: changed)
        }
    }

    private mutating func addFigures(of earlier: PublishedEdition) throws(DisclosureFault) {
        var places: [Int] = []
        for (index, cell) in earlier.release.cells.enumerated() {
            let id = earlier.id(of: cell.id)
            let copy =
                cell.leastWithheld == 0
                ? Cell(reckoned: id, count: cell.count, rule: cell.rule)
                : cell.isPrinted
                    ? Cell(id, count: cell.count, rule: cell.rule, known: cell.known, earlier: earlier.pattern[index])
                    : Cell(unprinted: id, count: cell.count, known: cell.known)
            places.append(try add(copy))
        }
        for equation in earlier.release.equations {
            try tell(
                "edition \(earlier.number): \(equation.name)", equation.terms.map { (places[$0.cell], $0.weight) },
                atLeast: equation.least, atMost: equation.most)
        }
    }

    /// A record that changed left one figure of a table and came into one: all figures together moved by at most twice
    /// as much as records changed.
    private mutating func tellChanges(
        of partition: [Int], _ table: Int, since earlier: PublishedEdition, atMost changed: Int
    ) throws(DisclosureFault) {
        var moves: [(cell: Int, weight: Int)] = []
        for cell in partition where changed > 0 {
            guard let before = place(of: earlier.id(of: cells[cell].id)) else { continue }
            let id = CellID("table \(table): change of \(cells[cell].id) since edition \(earlier.number)")
            let difference = abs(cells[cell].count - cells[before].count)
            guard difference <= changed else {
                throw .contradiction("More than \(changed) records changed in '\(cells[cell].id)'.")
            }
            let move = try add(Cell(unprinted: id, count: difference, known: 0...changed))
            try tell("\(id), upwards", [(move, 1), (cell, -1), (before, 1)], atLeast: 0)
            try tell("\(id), downwards", [(move, 1), (cell, 1), (before, -1)], atLeast: 0)
            moves.append((move, 1))
        }
        guard !moves.isEmpty else { return }
        try tell(
            "at most \(changed) records changed since edition \(earlier.number), each in two figures of a table", moves,
            atMost: 2 * changed)
    }
}
