/// Looks near a figure for tables that agree with everything printed and differ in it.
struct NearSearch {
    let clp: CLP

    /// How far to look, one after the other.
    private static let reaches = [
        ReleaseGraph.Reach(perRow: 1, limit: 60), ReleaseGraph.Reach(perRow: 1, limit: 200),
        farthest,
    ]

    /// How far it is looked.
    enum Depth {
        /// As far as exchanging records leads.
        case exchange
        /// The solver looks as well, where that is quick.
        case nearest
        /// The solver looks farther too.
        case far
    }

    /// Whether tables that differ only near a figure prove it safe.
    func isSeen(
        _ cell: Int, _ view: ReaderView, _ sightings: inout Sightings, _ depth: Depth = .far
    ) -> Bool {
        exchange(around: cell, view, &sightings, 0..<Exchange.few)
        let reaches: ArraySlice<ReleaseGraph.Reach> =
            switch depth {
            case .exchange: []
            case .nearest: Self.reaches.dropLast()
            case .far: Self.reaches[...]
            }
        for reach in reaches where sightings.width(cell) < Attacker.requiredWidth {
            look(at: cell, around: cell, reach, view, &sightings)
        }
        if case .far = depth, sightings.width(cell) < Attacker.requiredWidth {
            lookAside(from: cell, view, &sightings)
            exchange(around: cell, view, &sightings, Exchange.few..<Exchange.many)
            branch(around: cell, view, &sightings)
        }
        return sightings.width(cell) >= Attacker.requiredWidth
    }

    private func exchange(
        around cell: Int, _ view: ReaderView, _ sightings: inout Sightings, _ attempts: Range<Int>
    ) {
        sightings.prove(cell, view) { view.graph.exchange.table(giving: cell, $0, view, attempts: attempts) }
    }

    /// Branches where the solver finds parts of records.
    private func branch(around cell: Int, _ view: ReaderView, _ sightings: inout Sightings) {
        for reach in [Self.farthest, Self.beyond] where sightings.width(cell) < Attacker.requiredWidth {
            let puzzle = LocalPuzzle(view.graph.neighbours(of: cell, reach, where: view.moves), view)
            var search = WholeSearch(puzzle: puzzle, clp: clp, limit: Self.branches)
            sightings.prove(cell, view) { search.table(giving: 0, $0) }
        }
    }

    private static let farthest = ReleaseGraph.Reach(perRow: 3, limit: 400)
    private static let beyond = ReleaseGraph.Reach(perRow: 8, limit: 1_200)
    private static let branches = 30

    /// What one of the others near is worth beside the figure itself: they are pushed along, this way and that, so that
    /// what is found for one proves many.
    private static let aside = 0.001

    private func look(
        at cell: Int, around centre: Int, _ reach: ReleaseGraph.Reach, _ view: ReaderView, _ sightings: inout Sightings
    ) {
        let puzzle = LocalPuzzle(view.graph.neighbours(of: centre, reach, where: view.moves), view)
        guard let column = puzzle.cells.firstIndex(of: cell) else { return }
        var program = puzzle.program
        // It need not go farther than that; a neighbour then need not either.
        program.lower[column] = max(program.lower[column], Double(sightings.high[cell] - Attacker.requiredWidth))
        program.upper[column] = min(program.upper[column], Double(sightings.low[cell] + Attacker.requiredWidth))
        guard let model = CLPModel(program, clp) else { return }
        var cost = puzzle.cells.map { sightings.lacks($0) ? Self.aside * Self.way($0) : 0 }
        cost[column] = 1
        for sign in [-1.0, 1.0] where sightings.width(cell) < Attacker.requiredWidth {
            guard case .found(let answer) = model.solve(cost.map { $0 * sign }) else { return }
            if let witness = puzzle.witness(answer, around: column) { sightings.see(witness) }
        }
    }

    /// Looks around the nearest others instead: what is near them is near the figure in another way.
    private func lookAside(from cell: Int, _ view: ReaderView, _ sightings: inout Sightings) {
        let centres = view.graph.neighbours(of: cell, Self.reaches[0], where: view.moves).dropFirst()
        for centre in centres.prefix(Self.centres) where sightings.width(cell) < Attacker.requiredWidth {
            look(at: cell, around: centre, Self.reaches[1], view, &sightings)
        }
    }

    private static let centres = 20

    /// Whether a figure is pushed upwards or downwards while the first goes upwards: as by chance, and always the same.
    private static func way(_ cell: Int) -> Double {
        (UInt64(cell) &* 0x9E37_79B9_7F4A_7C15) >> 63 == 0 ? 1 : -1
    }
}
