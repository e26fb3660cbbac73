/// Finds which further figures to withhold so that no small one can be worked out. The same release always gets the
/// same pattern: nothing depends on chance, on time or on the order of a set.
package struct Suppressor {
    /// How often everything may be attacked anew after more was withheld.
    private static let rounds = 25

    private let clp: CLP
    private let attacker: Attacker

    /// A suppressor.
    /// - Throws: ``DisclosureFault/solverMissing``.
    package init() throws(DisclosureFault) {
        clp = try CLP()
        attacker = try Attacker()
    }

    /// A pattern that the attacker cannot break.
    /// - Throws: ``DisclosureFault/pinned(_:)`` when there is none that withholds only figures of this edition;
    ///   ``DisclosureFault/contradiction(_:)``.
    package func pattern(for release: Release) throws(DisclosureFault) -> Pattern {
        var pattern = Pattern(primaryOf: release)
        var view = try ReaderView(ReleaseGraph(release), pattern)
        for round in 0..<Self.rounds {
            // What only looks unsafe nearby is withheld for only in the first rounds.
            var withheld = false
            if round < 3 {
                var narrow = view
                narrow.narrow()
                var sightings = Sightings(release)
                withheld = cover(attacker.suspects(narrow, &sightings), &view, &pattern, round)
            }
            if withheld { continue }
            let exposed = attacker.exposed(view)
            guard let first = exposed.first else { return pattern }
            guard cover(exposed, &view, &pattern, round) else {
                throw .pinned(try unavoidable(first, release, pattern))
            }
        }
        guard let first = attacker.exposed(view).first else { return pattern }
        throw .pinned(try unavoidable(first, release, pattern))
    }

    /// How closely a figure can be worked out even when everything is withheld that can be; when it is safe then, how
    /// closely as things stand.
    private func unavoidable(
        _ cell: Int, _ release: Release, _ pattern: Pattern
    ) throws(DisclosureFault) -> Exposure {
        var least = pattern
        for other in release.cells.indices
        where release.cells[other].canBeWithheld && !release.cells[other].isProtected { least.withhold(other) }
        let exposure = try attacker.exposure(of: cell, in: release, as: least)
        guard exposure.bounds.width >= Attacker.requiredWidth else { return exposure }
        return try attacker.exposure(of: cell, in: release, as: pattern)
    }

    /// Withholds what figures need that are not safe, one after the other: what was withheld for one often helps the
    /// next.
    /// - Returns: Whether more is withheld now.
    private func cover(_ exposed: [Int], _ view: inout ReaderView, _ pattern: inout Pattern, _ round: Int) -> Bool {
        var withheld = false
        for cell in exposed.reversed() {
            for other in cover(for: cell, view, pattern, round) {
                pattern.withhold(other)
                view.set(other, .secondary)
                withheld = true
            }
        }
        return withheld
    }

    /// How far to look for figures to withhold, one after the other.
    private static let reaches = [
        ReleaseGraph.Reach(perRow: 1, limit: 200), ReleaseGraph.Reach(perRow: 3, limit: 800), .everything,
    ]

    /// The figures to withhold besides, at the least cost, so that a figure can be as much larger and smaller as
    /// needed.
    private func cover(for cell: Int, _ view: ReaderView, _ pattern: Pattern, _ round: Int) -> [Int] {
        for reach in Self.reaches {
            let mover = Mover(cell, reach, view, pattern, clp, round: round)
            for target in targets(for: cell, view) {
                guard let needed = mover.move(to: target) else { continue }
                if needed.isEmpty, reach.limit < .max { return [] }
                return needed.sorted()
            }
        }
        return []
    }

    /// Which other counts a figure might be said to be: far enough upwards or downwards within what a reader knows; or
    /// farther upwards, the figure itself then counting as withheld for the sake of another.
    private func targets(for cell: Int, _ view: ReaderView) -> [Int] {
        let count = view.graph.release.cells[cell].count
        let (up, down) = (count + Attacker.requiredWidth, count - Attacker.requiredWidth)
        let within = [up, down].filter { $0 >= view.low[cell] && $0 <= view.high[cell] }
        return within.contains(up) ? within : within + [up]
    }
}
