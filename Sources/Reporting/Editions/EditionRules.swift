import Disclosure

/// How the figures of an edition are treated: those of the whole network, and those of units.
struct EditionRules: Hashable, Sendable {
    /// Of sites and of groups of them that are no nations.
    let units: CellRule
    /// Of the network.
    let whole: CellRule

    /// Fewer sites than this in a column of the network, and its figures are those of units; fewer in a nation, and it stands
    /// with others. [I]
    static let fewestSites = 3

    /// Of what is the network's by name, and few families in truth, and of nations: what the one rule withholds or rounds, and
    /// the other.
    var stricter: CellRule {
        CellRule(smallUpTo: max(units.smallUpTo, whole.smallUpTo), base: max(units.base, whole.base))
    }

    /// That of a figure, by its place and its time.
    func rule(of grid: EditionGrid, _ place: Int, _ time: Int) -> CellRule {
        guard grid.sites[place].isEmpty else { return grid.isOfNations == true ? stricter : units }
        guard let sites = grid.contributors, sites.indices.contains(time) else { return whole }
        return sites[time] < Self.fewestSites ? stricter : whole
    }
}

extension EditionRules {
    /// Those that a profile has now.
    init(_ profile: EditionProfile) {
        self.init(units: profile.rules.units, whole: profile.rules.whole)
    }
}

extension Edition {
    /// How its figures were treated when it was frozen, as it prints it: a profile can have other numbers since.
    var rules: EditionRules {
        let now = EditionRules(profile)
        var numbers: [String: Int] = [:]
        for parameter in document.parameters { numbers[parameter.name] = parameter.value }
        return EditionRules(
            units: CellRule(
                smallUpTo: numbers["units-small-up-to"] ?? now.units.smallUpTo,
                base: numbers["units-rounded-to"] ?? now.units.base),
            whole: CellRule(
                smallUpTo: numbers["whole-small-up-to"] ?? now.whole.smallUpTo,
                base: numbers["whole-rounded-to"] ?? now.whole.base))
    }
}

extension Release {
    /// All figures of an edition: the network's own are treated apart from those of units.
    init(_ grids: [EditionGrid], by rules: EditionRules) throws(DisclosureFault) {
        self.init()
        for grid in grids {
            try add(grid.table) { rules.rule(of: grid, $0[1], $0[3]) }
        }
    }
}
