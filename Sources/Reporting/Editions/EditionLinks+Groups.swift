/// Which sites stand together in tables that are reckoned with: quarters and years put others together.
extension EditionLinks {
    /// Every group that a table has, and the smallest groups that two of the tables, or all of them, both tell.
    static func groups(_ grids: [EditionGrid]) -> [Set<String>] {
        var partitions: [Set<Set<String>>] = []
        for grid in grids {
            let sites = EditionGrid.leaves(grid.places).map { Set(grid.sites[$0]) }.filter { !$0.isEmpty }
            if !sites.isEmpty, !partitions.contains(Set(sites)) { partitions.append(Set(sites)) }
        }
        var groups = Set(partitions.joined())
        for (place, one) in partitions.enumerated() {
            for other in partitions[..<place] { groups.formUnion(joined([one, other])) }
        }
        groups.formUnion(joined(partitions))
        return groups.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    }

    /// The smallest groups that each of some tables takes apart, or has as they are.
    private static func joined(_ partitions: [Set<Set<String>>]) -> [Set<String>] {
        partitions.joined().reduce(into: []) { (groups: inout [Set<String>], part) in
            let touched = groups.filter { !$0.isDisjoint(with: part) }
            groups.removeAll { !$0.isDisjoint(with: part) }
            groups.append(touched.reduce(part) { $0.union($1) })
        }
    }
}
