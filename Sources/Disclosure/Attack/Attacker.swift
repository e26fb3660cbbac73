/// A reader who reckons: with all figures of an edition, of the linked tables and of earlier editions, and with the
/// rules by which they were withheld.
package struct Attacker: Sendable {
    /// Between the least and the greatest value that a protected figure can have must lie at least this much, so that
    /// there are four values or more. [I]
    package static let requiredWidth = 3

    private let clp: CLP

    /// An attacker.
    /// - Throws: ``DisclosureFault/solverMissing``.
    package init() throws(DisclosureFault) {
        clp = try CLP()
    }

    /// The figures that stand for few children and are not proven safe; in the order of the release.
    ///
    /// A figure is taken to be safe on two tables of whole numbers that agree with everything printed and differ enough
    /// in it. They are looked for near the figure first, then everywhere, and checked in whole numbers.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func exposed(in release: Release, as pattern: Pattern) throws(DisclosureFault) -> [Int] {
        try exposed(ReaderView(ReleaseGraph(release), pattern))
    }

    /// The same, of what a reader knows already.
    func exposed(_ raw: ReaderView) -> [Int] {
        var view = raw
        view.narrow()
        var sightings = Sightings(raw.graph.release)
        let suspects = suspects(view, &sightings)
        guard !suspects.isEmpty else { return [] }
        let groups = Self.groups(view)
        var programs: [Int: GroupProgram] = [:]
        return suspects.filter { cell in
            guard sightings.width(cell) < Self.requiredWidth else { return false }
            guard view.high[cell] - view.low[cell] >= Self.requiredWidth, let group = groups[cell] else { return true }
            guard let program = programs[group[0]] ?? GroupProgram(LocalPuzzle(group, view), clp) else { return true }
            programs[group[0]] = program
            return !program.isSafe(cell, &sightings)
        }
    }

    /// The figures that are not proven safe by tables that differ near them only.
    func suspects(_ view: ReaderView, _ sightings: inout Sightings) -> [Int] {
        let cells = view.graph.release.cells
        return cells.indices.filter { cell in
            guard cells[cell].isProtected else { return false }
            return view.high[cell] - view.low[cell] < Self.requiredWidth || !isSeen(cell, view, &sightings)
        }
    }

    /// How far to look for a table that differs near a figure, one after the other.
    private static let reaches = [
        ReleaseGraph.Reach(perRow: 1, limit: 60), ReleaseGraph.Reach(perRow: 1, limit: 200),
        ReleaseGraph.Reach(perRow: 3, limit: 400),
    ]

    /// Whether tables that differ only near a figure prove it safe.
    func isSeen(_ cell: Int, _ view: ReaderView, _ sightings: inout Sightings) -> Bool {
        for reach in Self.reaches where sightings.width(cell) < Self.requiredWidth {
            let near = view.graph.neighbours(of: cell, reach, where: view.moves)
            let puzzle = LocalPuzzle(near, view)
            var program = puzzle.program
            // It need not go farther than that; a neighbour then need not either.
            program.lower[0] = max(program.lower[0], Double(sightings.high[cell] - Self.requiredWidth))
            program.upper[0] = min(program.upper[0], Double(sightings.low[cell] + Self.requiredWidth))
            for price in [-1.0, 1.0] where sightings.width(cell) < Self.requiredWidth {
                program.cost[0] = price
                guard case .found(let answer)? = CLPModel(program, clp)?.solve(),
                    let witness = puzzle.witness(answer)
                else { continue }
                sightings.see(witness)
            }
        }
        return sightings.width(cell) >= Self.requiredWidth
    }

    private static func groups(_ view: ReaderView) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for group in view.components() {
            for cell in group { groups[cell] = group }
        }
        return groups
    }

    /// The limits of protected figures that everything printed leaves to a reader, linear and in whole numbers.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func bounds(
        of cells: [Int], in release: Release, as pattern: Pattern
    ) throws(DisclosureFault) -> [CellBounds] {
        let view = try ReaderView(ReleaseGraph(release), pattern)
        let groups = Self.groups(view)
        var programs: [Int: GroupProgram] = [:]
        return cells.map { cell in
            guard let group = groups[cell] else {
                let value = view.low[cell]
                return CellBounds(linear: Double(value)...Double(value), whole: value...value)
            }
            var sightings = Sightings(release)
            guard let program = programs[group[0]] ?? GroupProgram(LocalPuzzle(group, view), clp) else {
                let value = Double(release.cells[cell].count)
                return CellBounds(linear: value...value, whole: nil)
            }
            programs[group[0]] = program
            return program.bounds(of: cell, &sightings)
        }
    }

    /// How closely a figure can be worked out, and by which sums.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func exposure(
        of cell: Int, in release: Release, as pattern: Pattern
    ) throws(DisclosureFault) -> Exposure {
        let view = try ReaderView(ReleaseGraph(release), pattern)
        let bounds = try bounds(of: [cell], in: release, as: pattern)[0]
        var binding: Set<Int> = []
        if let group = Self.groups(view)[cell], let column = group.firstIndex(of: cell) {
            let puzzle = LocalPuzzle(group, view)
            for sign in [1.0, -1.0] {
                var program = puzzle.program
                program.cost[column] = sign
                guard let model = CLPModel(program, clp), case .found = model.solve() else { continue }
                binding.formUnion(model.bindingRows().map { puzzle.rows[$0] })
            }
        }
        let names = binding.sorted().map { release.equations[$0].name }
        return Exposure(cell: release.cells[cell].id, bounds: bounds, equations: names)
    }
}
