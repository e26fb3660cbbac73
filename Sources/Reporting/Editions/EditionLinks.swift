import Disclosure

/// What readers of several editions can reckon beyond equal figures: quarters add up to their year, sites to the group they
/// were put in, models to all of them together, whichever editions the parts stand in, but for the records that changed in
/// between. What is left of a whole is reckoned as well.
struct EditionLinks {
    /// A figure of one of the editions.
    struct Place: Hashable {
        /// The edition, by its place among those that are linked.
        let edition: Int
        /// The figure.
        let id: CellID
    }

    /// Figures of other editions that a figure covers.
    struct Sum: Hashable {
        /// The figure.
        let whole: Place
        /// What lies within it; no two share a record.
        let parts: [Place]
        /// Whether nothing else lies within it.
        let isComplete: Bool
        /// By how much the parts can miss the whole, since records changed in between.
        let limit: Int
    }

    private let editions: [[EditionGrid]]
    /// How many records changed between two of them; nil when they share no day.
    private let changed: (Int, Int) -> Int?
    /// Where a row is printed, once for each sheet that has it.
    private let tables: [String: [Table]]

    private struct Table {
        let edition: Int
        let grid: EditionGrid
        let answer: Int
    }

    init(_ editions: [[EditionGrid]], changed: @escaping (Int, Int) -> Int?) {
        self.editions = editions
        self.changed = changed
        var tables: [String: [Table]] = [:]
        for (edition, grids) in editions.enumerated() {
            var seen: Set<[String]> = []
            for grid in grids {
                for (answer, node) in grid.answers.enumerated()
                where seen.insert([grid.sheet, node.name]).inserted {
                    tables[node.name, default: []].append(Table(edition: edition, grid: grid, answer: answer))
                }
            }
        }
        self.tables = tables
    }

    /// The sums that readers can reckon: of the parts that each of the other editions has, and of those of all of them.
    var sums: [Sum] {
        var sums: [Sum] = []
        var seen: Set<Place> = []
        for row in tables.keys.sorted() {
            for table in tables[row] ?? [] {
                for figure in figures(table) where seen.insert(figure.place).inserted {
                    sums += self.sums(within: figure, row)
                }
            }
        }
        return sums
    }

    /// The names of the figures that two of the editions have.
    func common(_ one: Int, _ other: Int) -> [CellID] {
        func names(_ edition: Int) -> Set<CellID> {
            Set(tables.values.joined().filter { $0.edition == edition }.flatMap { figures($0).map(\.place.id) })
        }
        return names(one).intersection(names(other)).sorted()
    }

    /// A figure with what it covers.
    private struct Figure {
        let place: Place
        let sites: Set<String>
        let model: String
        let quarters: ClosedRange<Int>
    }

    private func figures(_ table: Table) -> [Figure] {
        let grid = table.grid
        return grid.places.indices.flatMap { place in
            grid.times.indices.map { time in
                Figure(
                    place: Place(edition: table.edition, id: grid.figure(table.answer, place, time)),
                    sites: Set(grid.sites[place]), model: grid.model, quarters: grid.span(time))
            }
        }
    }

    /// What one table tells of a figure in some of its quarters.
    private struct Slab {
        let edition: Int
        let parts: [CellID]
        let model: String
        let quarters: ClosedRange<Int>
        let isComplete: Bool
        let changed: Int

        /// The longer first, the complete, and of those what changed least since.
        static func precedes(_ one: Slab, _ other: Slab) -> Bool {
            (-one.quarters.count, one.isComplete ? 0 : 1, one.changed, -one.edition, one.quarters.lowerBound)
                < (
                    -other.quarters.count, other.isComplete ? 0 : 1, other.changed, -other.edition,
                    other.quarters.lowerBound
                )
        }
    }

    private func sums(within whole: Figure, _ row: String) -> [Sum] {
        let slabs = (tables[row] ?? []).flatMap { self.slabs(of: whole, in: $0) }.sorted(by: Slab.precedes)
        let others = Set(slabs.map(\.edition)).sorted()
        let choices = others.map { [$0] } + (others.count > 1 ? [others] : [])
        var sums: [Sum] = []
        for choice in choices {
            let theirs = slabs.filter { choice.contains($0.edition) }
            for tiles in [theirs.filter(\.isComplete), theirs] {
                guard let sum = sum(within: whole, of: tiles), !sums.contains(sum) else { continue }
                sums.append(sum)
            }
        }
        return sums
    }

    /// The slabs of a table that lie within a figure and are not the same figure.
    private func slabs(of whole: Figure, in table: Table) -> [Slab] {
        let grid = table.grid
        guard let changed = changed(whole.place.edition, table.edition), table.edition != whole.place.edition,
            grid.model == whole.model || whole.model == EditionShape.allModels
        else { return [] }
        return grid.times.indices.compactMap { time in
            let quarters = grid.span(time)
            guard whole.quarters.contains(quarters), let within = places(of: whole, in: grid) else { return nil }
            let parts = within.places.map { grid.figure(table.answer, $0, time) }
            guard parts != [whole.place.id] else { return nil }
            return Slab(
                edition: table.edition, parts: parts, model: grid.model, quarters: quarters,
                isComplete: within.isComplete, changed: changed)
        }
    }

    /// The places of a table that lie within a figure's, and whether they are all of it; nil when the table does not tell
    /// sites apart.
    private func places(of whole: Figure, in grid: EditionGrid) -> (places: [Int], isComplete: Bool)? {
        guard !whole.sites.isEmpty else {
            return grid.sites.firstIndex(of: []).map { ([$0], true) }
        }
        let leaves = EditionGrid.leaves(grid.places).filter { !grid.sites[$0].isEmpty }
        guard !leaves.isEmpty else { return nil }
        let within = leaves.filter { whole.sites.isSuperset(of: grid.sites[$0]) }
        // A site that the table does not have closed nothing and decided nothing.
        let isComplete = leaves.allSatisfy { within.contains($0) || whole.sites.isDisjoint(with: grid.sites[$0]) }
        return within.isEmpty && !isComplete ? nil : (within, isComplete)
    }

    /// Slabs that share nothing, the best first, and what they leave.
    private func sum(within whole: Figure, of slabs: [Slab]) -> Sum? {
        var taken: [Slab] = []
        for slab in slabs {
            let isFree = taken.allSatisfy {
                !$0.quarters.overlaps(slab.quarters)
                    || ($0.model != slab.model && $0.model != EditionShape.allModels
                        && slab.model != EditionShape.allModels)
            }
            if isFree { taken.append(slab) }
        }
        let parts = taken.flatMap { slab in slab.parts.map { Place(edition: slab.edition, id: $0) } }
        guard !parts.isEmpty else { return nil }
        var limits: [Int: Int] = [:]
        for slab in taken { limits[slab.edition] = slab.changed }
        return Sum(
            whole: whole.place, parts: parts, isComplete: isComplete(taken, whole),
            limit: limits.values.reduce(0, +))
    }

    private func isComplete(_ slabs: [Slab], _ whole: Figure) -> Bool {
        guard slabs.allSatisfy(\.isComplete) else { return false }
        // The edition of a figure of all models together prints each that counts.
        let models =
            whole.model == EditionShape.allModels
            ? Set(editions[whole.place.edition].map(\.model)).subtracting([whole.model]) : [whole.model]
        return !models.isEmpty
            && models.allSatisfy { model in
                slabs.reduce(0) { $0 + ([model, whole.model].contains($1.model) ? $1.quarters.count : 0) }
                    == whole.quarters.count
            }
    }
}
