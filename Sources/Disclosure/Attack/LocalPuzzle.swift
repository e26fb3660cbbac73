/// Some figures, everything else taken to be what it truly is. Whatever these can be then, they can be for a reader
/// too.
struct LocalPuzzle {
    /// The figures.
    let cells: [Int]
    /// What the solver is asked.
    private(set) var program = LinearProgram()
    /// The sums that the figures stand in.
    private(set) var rows: [Int] = []
    private let view: ReaderView

    init(_ cells: [Int], _ view: ReaderView) {
        self.cells = cells
        self.view = view
        var columns: [Int: Int] = [:]
        for cell in cells { columns[cell] = program.column(from: view.low[cell], through: view.high[cell]) }
        var seen: Set<Int> = []
        for cell in cells {
            for row in view.graph.rows[cell] where seen.insert(row).inserted { rows.append(row) }
        }
        for row in rows {
            let equation = view.graph.release.equations[row]
            var terms: [(column: Int, weight: Int)] = []
            var outside = 0
            for term in equation.terms {
                if let column = columns[term.cell] {
                    terms.append((column, term.weight))
                } else {
                    outside += term.weight * view.graph.release.cells[term.cell].count
                }
            }
            program.row(terms, from: equation.least.map { $0 - outside }, through: equation.most.map { $0 - outside })
        }
    }

    /// A solver's answer in whole numbers, when it is one and fulfils everything: reckoned in whole numbers, so that no
    /// rounding of the solver's can make a figure look safe.
    func witness(_ answer: [Double]) -> [Sightings.Entry]? {
        var values: [Sightings.Entry] = []
        for (column, cell) in cells.enumerated() {
            let value = answer[column].rounded()
            guard abs(value - answer[column]) < 1e-5, abs(value) < 1e12 else { return nil }
            let whole = Int(value)
            guard whole >= view.low[cell], whole <= view.high[cell] else { return nil }
            values.append(Sightings.Entry(cell: cell, value: whole))
        }
        return view.graph.holds(values) ? values : nil
    }

    /// The same, of a part only when the whole is none: of the figures that hang together with one by what they differ
    /// from the truth. All others then are what they truly are.
    func witness(_ answer: [Double], around place: Int) -> [Sightings.Entry]? {
        if let whole = witness(answer) { return whole }
        let truth = cells.map { Double(view.graph.release.cells[$0].count) }
        let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        var part = [place]
        var seen: Set<Int> = [place]
        var next = 0
        while next < part.count {
            for row in view.graph.rows[cells[part[next]]] {
                for term in view.graph.release.equations[row].terms {
                    guard let other = places[term.cell], abs(answer[other] - truth[other]) > 1e-6,
                        seen.insert(other).inserted
                    else { continue }
                    part.append(other)
                }
            }
            next += 1
        }
        var partly = truth
        for other in part { partly[other] = answer[other] }
        return witness(partly)
    }
}
