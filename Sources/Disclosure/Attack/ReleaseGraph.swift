/// Which sums each figure of a release stands in.
struct ReleaseGraph {
    let release: Release
    /// For each figure the sums that it stands in.
    let rows: [[Int]]
    /// Finds tables quickly.
    let exchange: Exchange

    init(_ release: Release) {
        self.release = release
        var rows = [[Int]](repeating: [], count: release.cells.count)
        for (row, equation) in release.equations.enumerated() {
            for term in equation.terms { rows[term.cell].append(row) }
        }
        self.rows = rows
        exchange = Exchange(release, rows)
    }

    /// Whether everything holds still when some figures have other values than the true ones: reckoned in whole
    /// numbers.
    func holds(_ values: [Sightings.Entry]) -> Bool {
        var changes: [Int: Int] = [:]
        for entry in values where entry.value != release.cells[entry.cell].count {
            changes[entry.cell] = entry.value
        }
        var seen: Set<Int> = []
        for cell in changes.keys {
            for row in rows[cell] where seen.insert(row).inserted {
                guard release.equations[row].holds(for: { changes[$0] ?? release.cells[$0].count }) else {
                    return false
                }
            }
        }
        return true
    }

    /// How many figures to gather around one.
    struct Reach {
        /// Of each sum this many figures besides the one by which it was found. In a table those are the same rows and
        /// columns everywhere, so that what is gathered is a small table of its own, in which figures can give to each
        /// other.
        let perRow: Int
        /// No more sums are followed once so many figures are gathered.
        let limit: Int

        /// All that hangs together.
        static let everything = Reach(perRow: .max, limit: .max)
    }

    /// The figures nearest to one, itself first: those in the same sums, those in the same sums as these, and so on.
    /// - Parameter moves: Whether a figure can have another value; the others lead nowhere.
    func neighbours(of cell: Int, _ reach: Reach, where moves: (Int) -> Bool) -> [Int] {
        // First down to a figure that is not taken apart, and all totals above that: were they all withheld, records
        // could always be added there.
        var found = [cell]
        var seen: Set<Int> = [cell]
        while let part = part(of: found[found.count - 1], where: moves), seen.insert(part).inserted {
            found.append(part)
        }
        var upward = 0
        while upward < found.count {
            for row in rows[found[upward]] {
                if let total = release.equations[row].terms.last?.cell, moves(total), seen.insert(total).inserted {
                    found.append(total)
                }
            }
            upward += 1
        }
        var seenRows: Set<Int> = []
        var next = 0
        while next < found.count, found.count < reach.limit {
            for row in rows[found[next]] where seenRows.insert(row).inserted {
                for other in others(in: row, after: found[next], reach.perRow, where: moves)
                where seen.insert(other).inserted {
                    found.append(other)
                }
            }
            next += 1
        }
        return found
    }

    /// The first part of a figure that can move; nil when it is not taken apart.
    private func part(of cell: Int, where moves: (Int) -> Bool) -> Int? {
        for row in rows[cell] where release.equations[row].terms.last?.cell == cell {
            if let part = release.equations[row].terms.first(where: { $0.cell != cell && moves($0.cell) }) {
                return part.cell
            }
        }
        return nil
    }

    /// So many figures of a sum that can move, those that follow one of them, round and round; and the total, which
    /// comes last, always.
    private func others(in row: Int, after cell: Int, _ most: Int, where moves: (Int) -> Bool) -> [Int] {
        let terms = release.equations[row].terms
        let start = terms.firstIndex { $0.cell == cell } ?? 0
        var others: [Int] = []
        for step in 1..<max(2, terms.count) {
            let other = terms[(start + step) % terms.count].cell
            guard moves(other) else { continue }
            if others.count < most { others.append(other) }
        }
        if let total = terms.last?.cell, total != cell, moves(total), !others.contains(total) { others.append(total) }
        return others
    }
}
