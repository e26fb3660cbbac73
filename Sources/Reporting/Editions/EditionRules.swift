import Disclosure

/// How the figures of an edition are treated: those of the whole network, and those of units.
struct EditionRules: Hashable, Sendable {
    /// Of sites and of groups of them.
    let units: CellRule
    /// Of the network.
    let whole: CellRule
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
            let isWhole = grid.sites.map(\.isEmpty)
            try add(grid.table) { isWhole[$0[1]] ? rules.whole : rules.units }
        }
    }
}
