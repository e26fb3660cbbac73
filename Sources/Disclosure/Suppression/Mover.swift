import Glibc

/// Asks at which least cost a figure could have another value: which figures near it would have to be withheld.
struct Mover {
    private let cell: Int
    private let release: Release
    private let clp: CLP
    private let cells: [Int]
    private var program: LinearProgram
    /// Which unknown stands for a figure that would leave what is printed of it.
    private var leavers: [(column: Int, cell: Int)] = []

    init(
        _ cell: Int, _ reach: ReleaseGraph.Reach, _ view: ReaderView, _ pattern: Pattern, _ clp: CLP, round: Int
    ) {
        self.cell = cell
        self.clp = clp
        release = view.graph.release
        let all = release.cells
        cells = view.graph.neighbours(of: cell, reach) { other in
            view.moves(other) || all[other].canBeWithheld
        }
        let puzzle = LocalPuzzle(cells, view)
        program = LinearProgram()
        var extra: [Int: [(column: Int, weight: Int)]] = [:]
        for other in cells { _ = program.column(from: view.low[other], through: view.high[other]) }
        for other in cells where all[other].canBeWithheld && pattern[other] != .secondary {
            let price = pattern[other] == .primary ? Self.doubt : Self.price(of: all[other].count, round: round)
            let above = program.column(from: 0, through: Cell.ceiling, cost: price)
            let below = program.column(from: 0, through: max(0, view.low[other] - 1), cost: price)
            leavers.append((above, other))
            leavers.append((below, other))
            extra[other] = [(above, 1), (below, -1)]
        }
        addRows(puzzle.rows, view, extra)
    }

    private mutating func addRows(_ rows: [Int], _ view: ReaderView, _ extra: [Int: [(column: Int, weight: Int)]]) {
        let columns = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        for row in rows {
            let equation = release.equations[row]
            var terms: [(column: Int, weight: Int)] = []
            var outside = 0
            for term in equation.terms {
                guard let column = columns[term.cell] else {
                    outside += term.weight * release.cells[term.cell].count
                    continue
                }
                terms.append((column, term.weight))
                for other in extra[term.cell] ?? [] { terms.append((other.column, other.weight * term.weight)) }
            }
            program.row(terms, from: equation.least.map { $0 - outside }, through: equation.most.map { $0 - outside })
        }
    }

    /// What it costs that a figure that is withheld for itself counts as withheld for the sake of another. Nothing more
    /// is withheld then, but a reader who knows why the others are withheld would know more than we reckon with.
    private static let doubt = 0.1

    /// What withholding a figure costs its readers for each record that it has to be able to move: large figures are
    /// missed more. Later rounds weigh less by size, lest the same choice be made for ever.
    private static func price(of count: Int, round: Int) -> Double {
        1 + log2(1 + Double(count)) / Double(1 + round)
    }

    /// What would have to be withheld for the figure to be another count; nil when nothing helps.
    func move(to target: Int) -> Set<Int>? {
        var program = program
        program.row(
            [(0, 1)] + leavers.enumerated().filter { $1.cell == cell }.map { ($1.column, $0 % 2 == 0 ? 1 : -1) },
            from: target, through: target)
        guard case .found(let answer)? = CLPModel(program, clp)?.solve() else { return nil }
        return Set(leavers.filter { answer[$0.column] > 1e-6 }.map(\.cell))
    }
}
