/// All figures that hang together, in the solver's hands: what cannot be seen near a figure is looked for in all of
/// them.
final class GroupProgram {
    private let puzzle: LocalPuzzle
    private let clp: CLP
    private let model: CLPModel
    private let columns: [Int: Int]
    /// How many programs may still be solved in search of proofs.
    private var budget: Int

    /// Programs times figures: what can be done in some seconds. A number and no time, so that every machine says the
    /// same; what was not proven safe until then counts as unsafe.
    private static let work = 200_000

    /// More figures than this are not asked for all at once.
    static let mostFigures = 3_000

    init?(_ puzzle: LocalPuzzle, _ clp: CLP) {
        guard let model = CLPModel(puzzle.program, clp) else { return nil }
        self.puzzle = puzzle
        self.clp = clp
        self.model = model
        budget = max(4, Self.work / max(1, puzzle.cells.count))
        columns = Dictionary(uniqueKeysWithValues: puzzle.cells.enumerated().map { ($1, $0) })
    }

    /// Whether a figure is proven safe. When its linear limits are too close already, it is not.
    func isSafe(_ cell: Int, _ view: ReaderView, _ sightings: inout Sightings) -> Bool {
        guard budget > 0, let linear = linear(cell, &sightings) else { return false }
        budget -= 2
        if sightings.width(cell) >= Attacker.requiredWidth { return true }
        guard linear.upperBound - linear.lowerBound >= Double(Attacker.requiredWidth) - 1e-6 else { return false }
        guard let column = columns[cell] else { return false }
        var search = WholeSearch(puzzle: puzzle, clp: clp, limit: min(max(4, budget / 6), WholeSearch.most))
        sightings.prove(cell, view) { search.table(giving: column, $0) }
        budget -= search.asked
        return sightings.width(cell) >= Attacker.requiredWidth
    }

    /// Between which values a figure lies.
    func bounds(of cell: Int, _ sightings: inout Sightings) -> CellBounds {
        guard let linear = linear(cell, &sightings) else {
            return CellBounds(linear: Double(sightings.low[cell])...Double(sightings.high[cell]), whole: nil)
        }
        var search = WholeSearch(puzzle: puzzle, clp: clp, limit: WholeSearch.most)
        return bounds(of: cell, linear, &search, sightings)
    }

    private func bounds(
        of cell: Int, _ linear: ClosedRange<Double>, _ search: inout WholeSearch, _ sightings: Sightings
    ) -> CellBounds {
        guard let column = columns[cell],
            let least = search.extreme(of: column, 1, known: sightings.low[cell]),
            let most = search.extreme(of: column, -1, known: sightings.high[cell])
        else { return CellBounds(linear: linear, whole: nil) }
        return CellBounds(linear: linear, whole: least...most)
    }

    /// The limits that linear programming finds; nil when the solver gave up.
    private func linear(_ cell: Int, _ sightings: inout Sightings) -> ClosedRange<Double>? {
        guard let column = columns[cell] else { return nil }
        var cost = [Double](repeating: 0, count: puzzle.cells.count)
        var limits: [Double] = []
        for sign in [1.0, -1.0] {
            cost[column] = sign
            guard case .found(let answer) = model.solve(cost) else { return nil }
            limits.append(answer[column])
            if let witness = puzzle.witness(answer, around: column) { sightings.see(witness) }
        }
        return min(limits[0], limits[1])...max(limits[0], limits[1])
    }
}
