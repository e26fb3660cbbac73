/// Prints again what need not be withheld: one figure after the other, the largest first, each when every small figure
/// that it helped to prove safe can be proven safe without it.
struct GiveBack {
    /// How much work may be done: a number and no time, so that every machine gives the same pattern.
    private static let effort = 20_000
    /// First what can be proven by exchanging records, then what few proofs rest on, with a look farther away.
    private static let passes = [
        Pass(most: 60, depth: .exchange, work: 1), Pass(most: 400, depth: .exchange, work: 1),
        Pass(most: 12, depth: .nearest, work: 20),
    ]

    private struct Pass {
        /// A figure that more proofs rest on is left alone.
        let most: Int
        /// How far it is looked for other proofs.
        let depth: NearSearch.Depth
        /// What looking for one counts.
        let work: Int
    }

    private let near: NearSearch
    private var spent = 0
    private var pattern: Pattern
    /// What a reader can conclude, one sum at a time.
    private var view: ReaderView
    private var sightings: Sightings

    /// The pattern that withholds less, with the proofs that its small figures are safe.
    static func pattern(of cover: Cover) -> (pattern: Pattern, proofs: Sightings) {
        var giveBack = Self(of: cover)
        giveBack.run()
        return (giveBack.pattern, giveBack.sightings)
    }

    private init(of cover: Cover) {
        near = cover.attacker.near
        pattern = cover.pattern
        view = cover.view
        view.narrow()
        sightings = cover.sightings
    }

    private mutating func run() {
        let cells = view.graph.release.cells
        for pass in Self.passes {
            let candidates = cells.indices.filter {
                pattern[$0] == .secondary && cells[$0].earlier == nil && !cells[$0].isProtected
            }
            for cell in candidates.sorted(by: { (-cells[$0].count, $0) < (-cells[$1].count, $1) })
            where spent < Self.effort && print(cell, pass) {
                pattern.giveBack(cell, of: view.graph.release)
            }
        }
    }

    private mutating func isSeen(_ cell: Int, _ pass: Pass) -> Bool {
        guard sightings.lacks(cell) else { return true }
        spent += pass.work
        return near.isSeen(cell, view, &sightings, pass.depth)
    }

    /// Prints one figure, unless a small one could be worked out then, or more proofs rest on it than may be sought.
    private mutating func print(_ cell: Int, _ pass: Pass) -> Bool {
        let release = view.graph.release
        let range = view.readable(cell, as: release.cells[cell].rule.status(of: release.cells[cell].count))
        let contradicted = sightings.tables(against: cell, in: range)
        // Each was kept for a figure that it was the first to prove.
        guard contradicted.count <= pass.most else { return false }
        let backup = view
        view.limit(cell, to: range)
        let cells = release.cells
        let isOpen = view.narrow(view.graph.rows[cell]) { other, width in
            width >= Attacker.requiredWidth || !cells[other].isProtected
        }
        guard isOpen else {
            view = backup
            return false
        }
        let open = sightings.forget(contradicted)
        guard open.count <= pass.most else {
            sightings.recall(contradicted)
            view = backup
            return false
        }
        for other in open where !isSeen(other, pass) {
            sightings.recall(contradicted)
            view = backup
            return false
        }
        return true
    }
}
