extension ModelConformance {
    /// The laws of outcomes and closure reasons.
    static func checkOutcomes(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        for outcome in model.outcomes where outcome.source.isBlank { report(.sourced, outcome.key) }
        for key in [OutcomeKey.atHome, .inSchoolOrWork, .noNewArrests]
        where !model.outcomes.contains(where: { $0.key == key }) {
            report(.outcomeBase, key)
        }
        for group in ClosureGroup.allCases where !model.closureReasons.contains(where: { $0.group == group }) {
            report(.closureGroups, group.rawValue)
        }
        return violations
    }

    /// The laws of targets and published figures.
    static func checkTargets(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        for indicator in Indicator.allCases where model.targets.filter({ $0.indicator == indicator }).count > 1 {
            report(.oneTarget, indicator.rawValue)
        }
        for key in model.targets.flatMap(\.parameters) where standard(key, in: model) == nil {
            report(.knownParameter, key)
        }
        return violations
    }

    /// The laws of names.
    static func checkNames(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func check<Vocabulary>(_ names: [Term<Vocabulary>]) {
            var seen: Set<Term<Vocabulary>> = []
            for name in names {
                if !name.isWellFormed {
                    violations.append(Violation(model: model.id, law: .wellFormedName, name: name.text))
                }
                if !seen.insert(name).inserted {
                    violations.append(Violation(model: model.id, law: .uniqueName, name: name.text))
                }
            }
        }
        if model.version.number < 1 {
            violations.append(
                Violation(model: model.id, law: .firstVersion, name: "\(model.version.number)")
            )
        }
        check([model.id])
        check(model.phases.phases.map(\.id))
        check(model.parameters.map(\.key))
        check(model.instruments.map(\.id))
        check(model.outcomes.map(\.key))
        check(model.closureReasons.map(\.id))
        return violations
    }
}
