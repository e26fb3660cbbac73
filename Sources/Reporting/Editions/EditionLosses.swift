import Disclosure

/// How the counts that were kept beside an edition stand to what the facts give now for its cut, site by site: what is gone at
/// one site explains nothing at another.
struct EditionLosses {
    private let kept: EditionSecrets
    private let tally: EditionTally
    private let disposed: [String: Int]

    /// - Parameter disposed: how many records each site has disposed of since the cut, by its code.
    init(_ kept: EditionSecrets, _ tally: EditionTally, _ disposed: [String: Int]) {
        self.kept = kept
        self.tally = tally
        self.disposed = disposed
    }

    /// What the facts give.
    var recount: EditionCheck.Recount {
        let names = EditionCheck.differing(kept.grids, tally.grids)
        let gone = gone
        let robbed = robbed
        guard !names.isEmpty || !robbed.isEmpty else { return .same }
        let unlike = kept.grids.flatMap { unexplained($0, gone) }
        guard robbed.isEmpty, unlike.isEmpty, total > 0 else {
            return .differs(
                Set(unlike + (unlike.isEmpty ? names : [])).sorted() + robbed.map { "records of \($0)" })
        }
        return .gone(records: total)
    }

    /// The sites that have more records than were counted, or fewer than they disposed of: that no other rule explains.
    var robbed: [String] {
        let sites = kept.sites.map { Set($0.keys).union(tally.records.keys) } ?? []
        return sites.sorted().filter { site in
            let missing = (kept.sites?[site] ?? 0) - (tally.records[site] ?? 0)
            return missing < 0 || missing > disposed[site] ?? 0
        }
    }

    /// How many records are gone.
    private var total: Int { max(0, kept.records - tally.records.values.reduce(0, +)) }

    /// How many records of each site are gone that were disposed of; of an edition that did not keep them by site, as many as
    /// can be.
    private var gone: [String: Int] {
        guard let sites = kept.sites else { return disposed.mapValues { min($0, total) } }
        var gone: [String: Int] = [:]
        for (site, records) in sites {
            gone[site] = min(max(0, records - (tally.records[site] ?? 0)), disposed[site] ?? 0)
        }
        return gone
    }

    /// The figures of a table that the records which are gone do not explain.
    private func unexplained(_ grid: EditionGrid, _ gone: [String: Int]) -> [String] {
        guard let steps = tally.steps(since: grid) else { return [] }
        var names: [String] = []
        for step in steps where step.by != 0 {
            let sites = grid.sites[step.place]
            let most = sites.isEmpty ? gone.values.reduce(0, +) : sites.reduce(0) { $0 + (gone[$1] ?? 0) }
            guard step.by > 0 || -step.by > most else { continue }
            names.append(grid.figure(step.answer, step.place, step.time).description)
        }
        return names
    }
}
