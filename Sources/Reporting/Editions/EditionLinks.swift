import Disclosure

/// What readers of several editions can reckon beyond equal figures: quarters add up to their year, sites to the group they
/// were put in, models to all of them together, whichever editions the parts stand in, but for the records that changed in
/// between. A site that a table does not have counts nothing there. What is left of a whole is reckoned as well.
struct EditionLinks {
    /// A figure of one of the editions.
    struct Place: Hashable {
        /// The edition, by its place among those that are linked.
        let edition: Int
        /// The figure.
        let id: CellID
    }

    /// Figures of other editions that figures of one cover.
    struct Sum: Hashable {
        /// The figures of the one, added up; none where it has no site of them.
        let whole: [Place]
        /// What lies within them; no two share a record. None where the others have no site of them.
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

    struct Table {
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
        for row in tables.keys.sorted() {
            var seen: Set<Figure> = []
            let all = tables[row] ?? []
            let groups = Self.groups(all.map(\.grid))
            for table in all {
                for figure in figures(table) + unions(groups, table) where seen.insert(figure).inserted {
                    sums += self.sums(within: figure, row)
                }
            }
        }
        return sums
    }

    /// The figures of this edition's that an earlier one prints nothing of, since their sites counted nothing there.
    func zeros(before earlier: Int) -> [CellID] {
        var zeros: [CellID] = []
        for row in tables.keys.sorted() {
            let all = tables[row] ?? []
            for figure in all.filter({ $0.edition == 0 }).flatMap(figures) where !figure.sites.isEmpty {
                let isZero = all.contains { table in
                    table.edition == earlier && table.grid.model == figure.model
                        && table.grid.times.indices.contains { table.grid.span($0) == figure.quarters }
                        && places(of: figure, in: table.grid).map { $0.places.isEmpty && $0.isComplete } ?? false
                }
                if isZero { zeros += figure.ids }
            }
        }
        return zeros
    }

    /// The names of the figures that two of the editions have.
    func common(_ one: Int, _ other: Int) -> [CellID] {
        func names(_ edition: Int) -> Set<CellID> {
            Set(tables.values.joined().filter { $0.edition == edition }.flatMap { figures($0).flatMap(\.ids) })
        }
        return names(one).intersection(names(other)).sorted()
    }

    /// A figure, or some of one table added up, with what they cover.
    private struct Figure: Hashable {
        let edition: Int
        let ids: [CellID]
        let sites: Set<String>
        let model: String
        let quarters: ClosedRange<Int>
    }

    private func figures(_ table: Table) -> [Figure] {
        let grid = table.grid
        return grid.places.indices.flatMap { place in
            grid.times.indices.map { time in
                Figure(
                    edition: table.edition, ids: [grid.figure(table.answer, place, time)],
                    sites: Set(grid.sites[place]), model: grid.model, quarters: grid.span(time))
            }
        }
    }

    /// What figures of a table add up to that together are a group of sites in another one.
    private func unions(_ groups: [Set<String>], _ table: Table) -> [Figure] {
        let grid = table.grid
        return groups.flatMap { group -> [Figure] in
            grid.times.indices.compactMap { time in
                let one = Figure(
                    edition: table.edition, ids: [], sites: group, model: grid.model, quarters: grid.span(time))
                guard let within = places(of: one, in: grid), within.isComplete,
                    within.places.count != 1 || Set(grid.sites[within.places[0]]) != group
                else { return nil }
                return Figure(
                    edition: one.edition, ids: within.places.map { grid.figure(table.answer, $0, time) },
                    sites: group, model: one.model, quarters: one.quarters)
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
        guard let changed = changed(whole.edition, table.edition), table.edition != whole.edition,
            grid.model == whole.model || whole.model == EditionShape.allModels
        else { return [] }
        return grid.times.indices.compactMap { time in
            let quarters = grid.span(time)
            guard whole.quarters.contains(quarters), let within = places(of: whole, in: grid) else { return nil }
            let parts = within.places.map { grid.figure(table.answer, $0, time) }
            // The same figure is told already; the same figures together tell more than each.
            guard parts != whole.ids || (parts.count > 1 && changed > 0) else { return nil }
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
        let isComplete = isComplete(taken, whole)
        // What has no parts is nothing where it is complete; what is left of nothing tells nothing.
        guard !parts.isEmpty || (isComplete && !whole.ids.isEmpty) else { return nil }
        var limits: [Int: Int] = [:]
        for slab in taken { limits[slab.edition] = slab.changed }
        return Sum(
            whole: whole.ids.map { Place(edition: whole.edition, id: $0) }, parts: parts, isComplete: isComplete,
            limit: limits.values.reduce(0, +))
    }

    private func isComplete(_ slabs: [Slab], _ whole: Figure) -> Bool {
        guard slabs.allSatisfy(\.isComplete) else { return false }
        // The edition of a figure of all models together prints each that counts.
        let models =
            whole.model == EditionShape.allModels
            ? Set(editions[whole.edition].map(\.model)).subtracting([whole.model]) : [whole.model]
        return !models.isEmpty
            && models.allSatisfy { model in
                slabs.reduce(0) { $0 + ([model, whole.model].contains($1.model) ? $1.quarters.count : 0) }
                    == whole.quarters.count
            }
    }
}
