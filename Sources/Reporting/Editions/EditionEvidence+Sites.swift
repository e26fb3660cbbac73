import Disclosure

/// What the people of one site know besides: their own figures, exactly, whatever is printed of them.
extension EditionEvidence {
    /// The sites whose people can read the edition and count in it or in those before.
    var sites: [String] {
        Set((grids + earlier.flatMap(\.grids)).flatMap { $0.known.keys }).sorted()
    }

    /// What editions print, as the people of a site have it, or those of none.
    /// - Throws: `DisclosureFault` `contradiction`.
    func release(known site: String?) throws(DisclosureFault) -> Release {
        let release = try release()
        guard let site else { return release }
        return try known(to: site, of: release, decided: Pattern(primaryOf: release)) { _ in false }
    }

    /// Where figures stand that a site has a part in, and how large the part is; nil where all of it is the site's.
    private func parts(of site: String, in release: Release) -> [(cell: Int, part: Int?)] {
        var parts: [(cell: Int, part: Int?)] = []
        var seen: Set<Int> = []
        func add(_ grid: EditionGrid, _ place: (CellID) -> Int?) {
            for figure in grid.figures(of: site) {
                guard let cell = place(figure.id), seen.insert(cell).inserted else { continue }
                parts.append((cell, figure.isAll ? nil : figure.part))
            }
        }
        for grid in grids { add(grid) { release.place(of: $0) } }
        for edition in earlier {
            for grid in edition.grids { add(grid) { edition.published.place(of: $0, in: release) } }
        }
        return parts
    }

    /// A release as the people of a site have it: what is their own needs no protection from them; what is left of a figure
    /// when their own part is taken away does.
    /// - Parameters:
    ///   - release: this evidence's.
    ///   - pattern: what became of its figures.
    ///   - spared: which figures need no protection from anybody within the network.
    /// - Throws: `DisclosureFault` `contradiction`.
    func known(
        to site: String, of release: Release, decided pattern: Pattern, sparing spared: (Int) -> Bool
    ) throws(DisclosureFault) -> Release {
        let parts = parts(of: site, in: release)
        let own = Set(parts.map(\.cell))
        var known = try release.sparing({ spared($0) || own.contains($0) }, decided: pattern)
        for (cell, part) in parts {
            let name = "\(release.cells[cell].id)"
            guard let part else {
                let count = release.cells[cell].count
                try known.tell("\(site) knows \(name)", [(cell, 1)], atLeast: count, atMost: count)
                continue
            }
            let mine = try known.add(
                Cell(unprinted: CellID("the part of \(site) in \(name)"), count: part, known: part...part))
            try known.tell(
                remainderOf: [cell], without: [mine], within: 0, by: release.cells[cell].rule,
                called: "the part of \(site) within \(name)")
        }
        return known
    }
}

extension EditionGrid {
    /// What a site has in a figure.
    struct Share {
        /// The figure.
        let id: CellID
        /// How many of its records are the site's.
        let part: Int
        /// Whether it is of that site alone.
        let isAll: Bool
    }

    /// What each site counts, where that is known: of what is not taken apart, row by row, in each time by time. What was
    /// frozen before it was kept tells it of the sites that stand alone.
    var known: [String: [Int]] {
        var known = own ?? [:]
        let leaves = Self.leaves(places)
        let (rows, spans) = (Self.leaves(answers).count, Self.leaves(times).count)
        for (column, place) in leaves.enumerated() where sites[place].count == 1 && known[sites[place][0]] == nil {
            known[sites[place][0]] = (0..<rows).flatMap { row in
                (0..<spans).map { counts[(row * leaves.count + column) * spans + $0] }
            }
        }
        return known
    }

    /// What a site has in each figure; nothing where it is not known.
    func figures(of site: String) -> [Share] {
        guard let counts = known[site] else { return [] }
        let (rows, spans) = (Self.leaves(answers), Self.leaves(times))
        return answers.indices.flatMap { answer in
            places.indices.filter { sites[$0].isEmpty || sites[$0].contains(site) }.flatMap { place in
                times.indices.map { time in
                    var part = 0
                    for (row, leaf) in rows.enumerated() where Self.lies(leaf, within: answer, answers) {
                        for (span, end) in spans.enumerated() where Self.lies(end, within: time, times) {
                            part += counts[row * spans.count + span]
                        }
                    }
                    return Share(id: figure(answer, place, time), part: part, isAll: sites[place] == [site])
                }
            }
        }
    }

    private static func lies(_ leaf: Int, within whole: Int, _ nodes: [Node]) -> Bool {
        var place: Int? = leaf
        while let node = place {
            if node == whole { return true }
            place = nodes[node].parent
        }
        return false
    }
}
