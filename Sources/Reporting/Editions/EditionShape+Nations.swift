import Disclosure
import Intervention

extension EditionShape {
    /// Nations by themselves or put together, over the whole period; none where fewer than two columns are left. A nation may
    /// have one site: it would be told under another name.
    func byNation(_ counts: EditionCounts) -> [EditionGrid] {
        let units = units(of: counts)
        guard units.count > 1 else { return [] }
        let places = [(name: Self.network, sites: [String]())] + units
        let isLarge = units.allSatisfy {
            counts.closures(of: $0.sites, in: period.quarters) >= Self.fewestForOutcomes
        }
        return shown(counts, isLarge, in: places, [period.quarters]).map { question in
            var grid = grid(
                counts, question, sheet: "nations, \(counts.name)", places: places, spans: [period.quarters])
            grid.isOfNations = true
            return grid
        }
    }

    /// The nations that stand alone, and those that are put together since too few of their sites count; each with all its
    /// sites, so that a late record of another of them changes no column.
    private func units(of counts: EditionCounts) -> [(name: String, sites: [String])] {
        var sizes: [String: Int] = [:]
        var sites: [String: [String]] = [:]
        for (nation, codes) in nations {
            let counting = counts.contributors(of: codes, period.quarters)
            guard counting > 0 else { continue }
            sizes[nation.title] = counting
            sites[nation.title] = codes.sorted()
        }
        let together = UnitMerging(sizes, fewest: EditionRules.fewestSites, members: 2).together
        var units = sizes.keys.sorted().filter { !together.contains($0) }.map { (name: $0, sites: sites[$0] ?? []) }
        if !together.isEmpty {
            units.append((together.joined(separator: " + "), together.flatMap { sites[$0] ?? [] }.sorted()))
        }
        return units
    }
}
