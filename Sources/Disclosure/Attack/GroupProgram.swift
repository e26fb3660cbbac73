/// All figures that hang together, in the solver's hands: what cannot be seen near a figure is looked for in all of
/// them.
final class GroupProgram {
    private let puzzle: LocalPuzzle
    private let clp: CLP
    private let model: CLPModel
    private let columns: [Int: Int]

    init?(_ puzzle: LocalPuzzle, _ clp: CLP) {
        guard let model = CLPModel(puzzle.program, clp) else { return nil }
        self.puzzle = puzzle
        self.clp = clp
        self.model = model
        columns = Dictionary(uniqueKeysWithValues: puzzle.cells.enumerated().map { ($1, $0) })
    }

    /// Whether a figure is proven safe. When its linear limits are too close already, it is not.
    func isSafe(_ cell: Int, _ sightings: inout Sightings) -> Bool {
        guard let linear = linear(cell, &sightings) else { return false }
        if sightings.width(cell) >= Attacker.requiredWidth { return true }
        guard linear.upperBound - linear.lowerBound >= Double(Attacker.requiredWidth) - 1e-6 else { return false }
        return bounds(of: cell, linear, &sightings).width >= Attacker.requiredWidth
    }

    /// Between which values a figure lies.
    func bounds(of cell: Int, _ sightings: inout Sightings) -> CellBounds {
        guard let linear = linear(cell, &sightings) else {
            return CellBounds(linear: Double(sightings.low[cell])...Double(sightings.high[cell]), whole: nil)
        }
        return bounds(of: cell, linear, &sightings)
    }

    private func bounds(of cell: Int, _ linear: ClosedRange<Double>, _ sightings: inout Sightings) -> CellBounds {
        let search = WholeSearch(puzzle: puzzle, clp: clp)
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
            if let witness = puzzle.witness(answer) { sightings.see(witness) }
        }
        return min(limits[0], limits[1])...max(limits[0], limits[1])
    }
}
