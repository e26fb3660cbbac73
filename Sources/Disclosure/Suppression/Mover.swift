import Glibc

/// Asks at which least cost a figure could have another value: which figures near it would have to be withheld.
struct Mover {
    /// A way to let a figure have another value.
    struct Way {
        /// What has to be withheld for it.
        let needed: [Int]
        /// What that costs the readers.
        let cost: Double
        /// The table in which it has that value; nil when the solver's is not one of whole numbers.
        let table: [Sightings.Entry]?
    }

    private let puzzle: LocalPuzzle
    private let model: CLPModel
    private let program: LinearProgram
    /// Which unknowns stand for how far a figure would leave what is printed of it, and in which direction.
    private let leavers: [Leaver]

    /// What a reader knows of the figure itself, and whether it may be said to be withheld for another.
    private let own: (known: ClosedRange<Int>, isFree: Bool)

    private struct Leaver {
        let column: Int
        /// Its place among the puzzle's.
        let place: Int
        let sign: Int
    }

    /// - Returns: Nil when the solver has no memory left.
    init?(
        _ cell: Int, _ reach: ReleaseGraph.Reach, _ view: ReaderView, _ pattern: Pattern, _ clp: CLP, round: Int
    ) {
        let all = view.graph.release.cells
        let isFree = { (other: Int) in all[other].canBeWithheld && pattern[other] != .secondary }
        let cells = view.graph.neighbours(of: cell, reach) { view.moves($0) || isFree($0) }
        // Whatever is withheld in the end, the table must agree with what is printed then.
        var wide = view
        var program = LinearProgram()
        for other in cells { _ = program.column(from: view.low[other], through: view.high[other]) }
        var leavers: [Leaver] = []
        own = (view.low[cell]...view.high[cell], all[cell].canBeWithheld)
        for (place, other) in cells.enumerated() where isFree(other) {
            let range = view.readable(other, as: .secondary)
            let price = pattern[other] == .primary ? Self.doubt : Self.price(of: all[other].count, round: round)
            let above = range.upperBound - view.high[other]
            let below = view.low[other] - range.lowerBound
            wide.set(other, .secondary)
            for (room, sign) in [(above, 1), (below, -1)] where room > 0 && place > 0 {
                let column = program.column(from: 0, through: room, cost: price)
                leavers.append(Leaver(column: column, place: place, sign: sign))
            }
        }
        puzzle = LocalPuzzle(cells, wide)
        Self.addRows(of: puzzle, view.graph.release, leavers, to: &program)
        guard let model = CLPModel(program, clp) else { return nil }
        self.leavers = leavers
        self.program = program
        self.model = model
    }

    private static func addRows(
        of puzzle: LocalPuzzle, _ release: Release, _ leavers: [Leaver], to program: inout LinearProgram
    ) {
        let places = Dictionary(uniqueKeysWithValues: puzzle.cells.enumerated().map { ($1, $0) })
        var columns = puzzle.cells.indices.map { [(column: $0, sign: 1)] }
        for leaver in leavers { columns[leaver.place].append((leaver.column, leaver.sign)) }
        for row in puzzle.rows {
            let equation = release.equations[row]
            var terms: [(column: Int, weight: Int)] = []
            var outside = 0
            for term in equation.terms {
                guard let place = places[term.cell] else {
                    outside += term.weight * release.cells[term.cell].count
                    continue
                }
                for column in columns[place] { terms.append((column.column, column.sign * term.weight)) }
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

    /// How often a way is sought anew that moves fewer figures, each by more.
    private static let refinements = 2

    /// How the figure could have another value; nil when nothing helps.
    ///
    /// The solver pays by records moved, but what readers miss are figures, however far they move. So a figure that moves
    /// already is made cheaper by as much as it moves, and the way is sought again.
    func move(to target: Int) -> Way? {
        guard own.isFree || own.known.contains(target) else { return nil }
        var (lower, upper) = (program.lower, program.upper)
        (lower[0], upper[0]) = (Double(target), Double(target))
        guard case .found(let first) = model.solve(program.cost, from: lower, through: upper) else { return nil }
        var best = way(first, target)
        var answer = first
        for _ in 0..<Self.refinements where !best.needed.isEmpty {
            var cost = program.cost
            for leaver in leavers { cost[leaver.column] /= 0.5 + max(0, answer[leaver.column]) }
            guard case .found(let next) = model.solve(cost) else { break }
            answer = next
            let other = way(next, target)
            if other.cost < best.cost { best = other }
        }
        return best
    }

    private func way(_ solution: [Double], _ target: Int) -> Way {
        var answer = solution
        var cost = own.known.contains(target) ? 0 : Self.doubt
        var needed: Set<Int> = own.known.contains(target) ? [] : [puzzle.cells[0]]
        for leaver in leavers where answer[leaver.column] > 1e-6 {
            if needed.insert(puzzle.cells[leaver.place]).inserted { cost += program.cost[leaver.column] }
            answer[leaver.place] += Double(leaver.sign) * answer[leaver.column]
        }
        return Way(needed: needed.sorted(), cost: cost, table: puzzle.witness(answer))
    }
}
