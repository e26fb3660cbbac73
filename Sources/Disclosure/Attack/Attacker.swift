/// A reader who reckons: with all figures of an edition, of the linked tables and of earlier editions, and with the
/// rules by which they were withheld.
package struct Attacker: Sendable {
    /// Between the least and the greatest value that a protected figure can have must lie at least this much, so that
    /// there are four values or more. [I]
    package static let requiredWidth = 3

    private let clp: CLP
    let near: NearSearch

    /// An attacker.
    /// - Throws: ``DisclosureFault/solverMissing``.
    package init() throws(DisclosureFault) {
        clp = try CLP()
        near = NearSearch(clp: clp)
    }

    /// The figures that stand for few children and are not proven safe; in the order of the release.
    ///
    /// A figure is taken to be safe on two tables of whole numbers that agree with everything printed and differ enough
    /// in it. They are looked for near the figure first, then everywhere, and checked in whole numbers.
    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    package func exposed(in release: Release, as pattern: Pattern) throws(DisclosureFault) -> [Int] {
        var sightings = Sightings(release)
        return try exposed(ReaderView(ReleaseGraph(release), pattern), &sightings)
    }

    /// The same, of what a reader knows already.
    func exposed(_ raw: ReaderView, _ sightings: inout Sightings) -> [Int] {
        var view = raw
        view.narrow()
        let suspects = suspects(view, &sightings)
        guard !suspects.isEmpty else { return [] }
        let groups = Self.groups(view)
        var programs: [Int: GroupProgram] = [:]
        return suspects.filter { cell in
            guard sightings.width(cell) < Self.requiredWidth else { return false }
            guard view.high[cell] - view.low[cell] >= Self.requiredWidth, let group = groups[cell],
                group.count <= GroupProgram.mostFigures
            else { return true }
            guard let program = programs[group[0]] ?? GroupProgram(LocalPuzzle(group, view), clp) else { return true }
            programs[group[0]] = program
            return !program.isSafe(cell, view, &sightings)
        }
    }

    /// The figures that are not proven safe by tables that differ near them only.
    func suspects(
        _ view: ReaderView, _ sightings: inout Sightings, _ depth: NearSearch.Depth = .far
    ) -> [Int] {
        let cells = view.graph.release.cells
        return cells.indices.filter { cell in
            guard cells[cell].isProtected else { return false }
            return view.high[cell] - view.low[cell] < Self.requiredWidth || !near.isSeen(cell, view, &sightings, depth)
        }
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
