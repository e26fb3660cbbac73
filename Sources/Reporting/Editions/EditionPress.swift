import Disclosure

/// Decides what an edition prints: withholds, rounds, and has the outcome attacked together with all that its readers have
/// already.
struct EditionPress {
    /// Its tables.
    let grids: [EditionGrid]
    /// Its figures, in the order of ``grids``.
    let own: Release
    /// What becomes of each.
    let pattern: Pattern

    /// Works it out.
    /// - Parameters:
    ///   - earlier: the editions that the same people read and that share days with it, by number.
    ///   - changed: how many records changed since each.
    /// - Throws: ``EditionFault/solverMissing(_:)``, ``EditionFault/unsafe(_:)``.
    init(
        _ grids: [EditionGrid], by profile: EditionProfile, after earlier: [EarlierEdition],
        changed: [EditionNumber: Int]
    ) throws(EditionFault) {
        self.grids = grids
        do throws(DisclosureFault) {
            let own = try Release(grids, by: profile)
            self.own = own
            var all = own
            try all.tellKnown(of: grids)
            try all.tellModels(of: grids)
            let links = EditionLinks(grids)
            for edition in earlier { try all.add(edition.published, changed: changed[edition.number] ?? 0) }
            for edition in earlier {
                let theirs = EditionLinks(edition.grids)
                let place: (CellID) -> Int? = { [all] in edition.published.place(of: $0, in: all) }
                let limit = changed[edition.number] ?? 0
                try all.tell(
                    links.sums(of: theirs), wholes: { [all] in all.place(of: $0) }, parts: place, within: limit)
                try all.tell(
                    theirs.sums(of: links), wholes: place, parts: { [all] in all.place(of: $0) }, within: limit)
                try all.tell(edition, among: earlier)
            }
            let found = try Suppressor().pattern(for: all)
            pattern = Pattern(
                of: own, withheldForOthers: found.withheldForOthers(in: all).filter { $0 < own.cells.count })
        } catch {
            throw EditionFault(error)
        }
    }
}

extension Release {
    /// Tells what follows from the meaning of the rows: whoever counts as interviewed had an interview.
    fileprivate mutating func tellKnown(of grids: [EditionGrid]) throws(DisclosureFault) {
        for grid in grids where grid.answers.contains(where: { $0.name == "interviewed: yes" }) {
            for place in grid.places.indices {
                for time in grid.times.indices {
                    func figure(_ answer: String) -> Int? {
                        self.place(
                            of: CellID([answer, grid.places[place].name, grid.model, grid.times[time].name]))
                    }
                    guard let yes = figure("interviewed: yes"), let no = figure("interviewed: no"),
                        let adherent = figure("adherent: yes"), let other = figure("adherent: no"),
                        let none = figure("adherent: without an interview")
                    else { continue }
                    try tell(
                        "whoever counts as interviewed had an interview", [(adherent, 1), (other, 1), (yes, -1)],
                        atLeast: 0)
                    try tell(
                        "whoever counts as not interviewed had no interview", [(none, 1), (no, -1)], atLeast: 0)
                }
            }
        }
    }

    /// Tells that the models add up to all of them together, where each counts a row as all together do.
    fileprivate mutating func tellModels(of grids: [EditionGrid]) throws(DisclosureFault) {
        let models = Set(grids.map(\.model)).subtracting([EditionShape.allModels]).sorted()
        for grid in grids where grid.model == EditionShape.allModels {
            for answer in grid.answers.indices {
                for time in grid.times.indices {
                    let (row, days) = (grid.answers[answer].name, grid.times[time].name)
                    guard let whole = place(of: grid.figure(answer, 0, time)) else { continue }
                    let parts = models.compactMap { place(of: CellID([row, EditionShape.network, $0, days])) }
                    guard !parts.isEmpty else { continue }
                    try tell(
                        "the models within \(cells[whole].id)", parts.map { (cell: $0, weight: 1) } + [(whole, -1)],
                        atLeast: parts.count == models.count ? 0 : nil, atMost: 0)
                }
            }
        }
    }

    /// Tells that figures of one edition lie within a figure of another, but for the records that changed.
    fileprivate mutating func tell(
        _ sums: [EditionLinks.Sum], wholes: (CellID) -> Int?, parts: (CellID) -> Int?, within changed: Int
    ) throws(DisclosureFault) {
        for sum in sums {
            guard let whole = wholes(sum.whole) else { continue }
            let terms = sum.parts.compactMap(parts).map { (cell: $0, weight: 1) }
            guard terms.count == sum.parts.count else { continue }
            try tell(
                "what lies within \(sum.whole), at most \(changed) records changed in between", terms + [(whole, -1)],
                atLeast: sum.isComplete ? -changed : nil, atMost: changed)
        }
    }

    /// Tells what an edition that is out was known to share with those before it.
    fileprivate mutating func tell(
        _ edition: EarlierEdition, among earlier: [EarlierEdition]
    ) throws(DisclosureFault) {
        let links = EditionLinks(edition.grids)
        for other in earlier {
            guard let changed = edition.changed[other.number] else { continue }
            let theirs = EditionLinks(other.grids)
            let all = self
            let mine: (CellID) -> Int? = { edition.published.place(of: $0, in: all) }
            let other: (CellID) -> Int? = { other.published.place(of: $0, in: all) }
            for id in links.common(with: theirs) {
                guard let one = mine(id), let two = other(id) else { continue }
                try tell(
                    "at most \(changed) records changed between two editions of \(id)", [(one, 1), (two, -1)],
                    atLeast: -changed, atMost: changed)
            }
            try tell(links.sums(of: theirs), wholes: mine, parts: other, within: changed)
            try tell(theirs.sums(of: links), wholes: other, parts: mine, within: changed)
        }
    }
}
