/// The sums of a release laid out so that going through them is quick.
struct ExchangeSums {
    /// The figures of all sums, sum by sum, and how often each counts.
    private(set) var cell: [Int] = []
    /// How often each of ``cell`` counts.
    private(set) var weight: [Int] = []
    /// The sums of all figures, figure by figure.
    private(set) var row: [Int] = []
    /// How often the figure counts in each of ``row``.
    private(set) var rowWeight: [Int] = []
    private var firstTerm = [0]
    private var firstRow = [0]
    /// How far each sum may rise and fall from its true value.
    private var rise: [Int] = []
    private var fall: [Int] = []

    /// More than any sum can change.
    private static let unlimited = 1 << 50

    init(_ release: Release, _ rows: [[Int]]) {
        for equation in release.equations {
            var sum = 0
            for term in equation.terms {
                cell.append(term.cell)
                weight.append(term.weight)
                sum += term.weight * release.cells[term.cell].count
            }
            firstTerm.append(cell.count)
            rise.append(equation.most.map { $0 - sum } ?? Self.unlimited)
            fall.append(equation.least.map { sum - $0 } ?? Self.unlimited)
        }
        for (cell, rows) in rows.enumerated() {
            for row in rows {
                self.row.append(row)
                rowWeight.append(release.equations[row].terms.first { $0.cell == cell }?.weight ?? 0)
            }
            firstRow.append(row.count)
        }
    }

    func terms(of row: Int) -> Range<Int> { firstTerm[row]..<firstTerm[row + 1] }

    func rows(of cell: Int) -> Range<Int> { firstRow[cell]..<firstRow[cell + 1] }

    func size(of row: Int) -> Int { firstTerm[row + 1] - firstTerm[row] }

    /// By how much a sum is too large, or, below 0, too small, when it differs so much from its true value.
    func excess(_ drift: Int, in row: Int) -> Int {
        if drift > rise[row] { return drift - rise[row] }
        return drift < -fall[row] ? drift + fall[row] : 0
    }
}
