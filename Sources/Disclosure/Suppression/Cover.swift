/// Withholds more and more, until every small figure is proven safe.
struct Cover {
    /// How often all small figures may be looked at anew after more was withheld.
    private static let rounds = 25
    /// In so many of them more is withheld for what only looks unsafe nearby.
    private static let quickRounds = 3
    /// How far to look for figures to withhold, one after the other.
    private static let reaches = [
        ReleaseGraph.Reach(perRow: 1, limit: 200), ReleaseGraph.Reach(perRow: 3, limit: 800), .everything,
    ]

    let attacker: Attacker
    let clp: CLP
    /// What is withheld.
    private(set) var pattern: Pattern
    /// What a reader knows of it, without a sum.
    private(set) var view: ReaderView
    /// The proofs.
    private(set) var sightings: Sightings
    /// What is not safe in spite of everything; empty before ``run()`` and when it succeeded.
    private(set) var exposed: [Int] = []

    /// - Throws: ``DisclosureFault/contradiction(_:)``.
    init(_ pattern: Pattern, _ graph: ReleaseGraph, _ attacker: Attacker, _ clp: CLP) throws(DisclosureFault) {
        self.attacker = attacker
        self.clp = clp
        self.pattern = pattern
        view = try ReaderView(graph, pattern)
        sightings = Sightings(graph.release)
    }

    /// Withholds what has to be.
    /// - Returns: Whether every small figure is proven safe.
    mutating func run() -> Bool {
        exposed = hopeless()
        guard exposed.isEmpty else { return false }
        for round in 0..<Self.rounds {
            if round < Self.quickRounds {
                var narrow = view
                narrow.narrow()
                let suspects = attacker.suspects(narrow, &sightings, .exchange)
                guard !suspects.isEmpty else { return true }
                if withhold(for: suspects, round) { continue }
            }
            exposed = attacker.exposed(view, &sightings)
            guard !exposed.isEmpty else { return true }
            guard withhold(for: exposed, round) else { return false }
        }
        exposed = attacker.exposed(view, &sightings)
        return exposed.isEmpty
    }

    /// What single sums give away even when everything is withheld that can be.
    private func hopeless() -> [Int] {
        var least = view
        let cells = view.graph.release.cells
        for cell in cells.indices where cells[cell].canBeWithheld {
            least.set(cell, .secondary)
        }
        least.narrow()
        return cells.indices.filter {
            cells[$0].isProtected && least.high[$0] - least.low[$0] < Attacker.requiredWidth
        }
    }

    /// Withholds what figures need that are not safe, one after the other: what was withheld for one often helps the
    /// next.
    /// - Returns: Whether more is withheld now.
    private mutating func withhold(for cells: [Int], _ round: Int) -> Bool {
        var more = false
        for cell in cells.reversed() where sightings.lacks(cell) {
            if withhold(for: cell, round) { more = true }
        }
        return more
    }

    /// Withholds what one figure needs besides, at the least cost, so that it can be as much larger and smaller as
    /// needed.
    private mutating func withhold(for cell: Int, _ round: Int) -> Bool {
        for reach in Self.reaches {
            guard let mover = Mover(cell, reach, view, pattern, clp, round: round),
                let ways = cheapest(of: mover, for: cell)
            else { continue }
            let needed = Set(ways.flatMap(\.needed)).sorted()
            for other in needed {
                pattern.withhold(other)
                view.set(other, .secondary)
            }
            for way in ways { if let table = way.table { sightings.see(table) } }
            // Nothing to withhold and no table either: looking farther may find one.
            if needed.isEmpty, sightings.lacks(cell), reach.limit < .max { continue }
            if sightings.lacks(cell) { _ = attacker.near.isSeen(cell, view, &sightings, .nearest) }
            return !needed.isEmpty
        }
        return false
    }

    /// The ways to two values of a figure that lie far enough apart, which together cost least; what it has been seen
    /// at needs no way.
    private func cheapest(of mover: Mover, for cell: Int) -> [Mover.Way]? {
        var tried: [Int: Mover.Way?] = [:]
        func way(to value: Int) -> Mover.Way? {
            if let way = tried[value] { return way }
            let way = mover.move(to: value)
            tried[value] = way
            return way
        }
        var best: (ways: [Mover.Way], cost: Double)?
        let (low, high) = (sightings.low[cell], sightings.high[cell])
        let isFree = view.graph.release.cells[cell].canBeWithheld
        let known = isFree ? view.readable(cell, as: .secondary) : view.low[cell]...view.high[cell]
        for least in (high - Attacker.requiredWidth...low).reversed() {
            let most = least + Attacker.requiredWidth
            guard least >= known.lowerBound, most <= known.upperBound else { continue }
            let targets = [least, most].filter { $0 < low || $0 > high }
            let ways = targets.compactMap(way)
            guard ways.count == targets.count else { continue }
            let cost = ways.reduce(0) { $0 + $1.cost }
            if cost < best?.cost ?? .infinity { best = (ways, cost) }
            if cost == 0 { break }
        }
        return best?.ways
    }
}
