/// What becomes of every figure of a release, and the tables that prove each small one safe.
package struct Protection: Sendable {
    /// What becomes of every figure.
    package let pattern: Pattern
    /// The proofs.
    let proofs: Sightings
}

extension Sightings {
    /// The proofs that still hold for a reader who knows more of the same figures, whose release has these figures first
    /// and others after them. Where a sum leaves such a figure one value, it has that value in the table.
    func carried(to view: ReaderView) -> Sightings {
        var carried = Sightings(view.graph.release)
        for table in kept {
            let entries = table + view.graph.following(table, from: count)
            if view.admits(entries) { carried.keep(entries) }
        }
        return carried
    }
}

extension ReaderView {
    /// Whether a table agrees with all that the reader knows: looked at figure by figure and sum by sum.
    func admits(_ entries: [Sightings.Entry]) -> Bool {
        entries.allSatisfy { low[$0.cell] <= $0.value && $0.value <= high[$0.cell] } && graph.holds(entries)
    }
}

extension ReleaseGraph {
    /// The figures from one on that a sum leaves one value when others have the values of a table.
    fileprivate func following(_ table: [Sightings.Entry], from first: Int) -> [Sightings.Entry] {
        var changes: [Int: Int] = [:]
        for entry in table { changes[entry.cell] = entry.value - release.cells[entry.cell].count }
        var found: [Int: Int] = [:]
        for row in Set(table.flatMap { rows[$0.cell] }).sorted() {
            let equation = release.equations[row]
            guard equation.least == equation.most, let last = equation.terms.last, last.cell >= first,
                abs(last.weight) == 1
            else { continue }
            let drift = equation.terms.reduce(0) { $0 + $1.weight * (changes[$1.cell] ?? 0) }
            found[last.cell] = release.cells[last.cell].count - drift * last.weight
        }
        return found.keys.sorted().map { Sightings.Entry(cell: $0, value: found[$0] ?? 0) }
    }
}
