extension ModelConformance {
    /// The laws of units: bounds that a unit can have, and parameters used for what they are.
    static func checkUnits(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        for parameter in model.parameters where !parameter.unit.admits(parameter.bounds) {
            report(.boundsOfUnit, parameter.key)
        }
        if case .choices(let list) = model.parameters.first(where: { $0.key == .adherenceThresholdOperator })?.bounds,
            !list.allSatisfy({ ThresholdOperator(rawValue: $0) != nil })
        {
            report(.boundsOfUnit, ParameterKey.adherenceThresholdOperator)
        }
        for use in uses(in: model) {
            // A key without a parameter is reported by its own law.
            guard let unit = unit(of: use.key, in: model) else { continue }
            if !use.units.contains(unit) { report(.rightUnit, use.key) }
        }
        for planned in model.phases.phases.compactMap(\.planned)
        where unit(of: planned.least, in: model) != unit(of: planned.most, in: model) {
            report(.rightUnit, planned.most)
        }
        return violations
    }

    /// Where a model uses a parameter, and the units that the use allows.
    private static func uses(in model: any InterventionModel) -> [ParameterUse] {
        var uses = [
            ParameterUse(key: .adherenceThreshold, units: [.score]),
            ParameterUse(key: .adherenceThresholdOperator, units: [.choice]),
            ParameterUse(key: .interviewExpectedFrom, units: [.days]),
            ParameterUse(key: .leastAge, units: [.years]),
            ParameterUse(key: .greatestAge, units: [.years]),
            ParameterUse(key: .caseloadLeast, units: [.families]),
            ParameterUse(key: .caseloadMost, units: [.families]),
            ParameterUse(key: .ratersLeast, units: [.raters]),
        ]
        uses += Duties.keys.map { ParameterUse(key: $0, units: [.days]) }
        uses += TeamDuties.keysOfDays.map { ParameterUse(key: $0, units: [.days]) }
        uses += TeamDuties.keysOfMonths.map { ParameterUse(key: $0, units: [.months]) }
        for planned in model.phases.phases.compactMap(\.planned) {
            uses.append(ParameterUse(key: planned.least, units: [.days, .months]))
            uses.append(ParameterUse(key: planned.most, units: [.days, .months]))
        }
        for instrument in model.instruments {
            if let schedule = instrument.schedule {
                uses.append(ParameterUse(key: schedule.firstAfter, units: [.days]))
                uses.append(ParameterUse(key: schedule.every, units: [.days]))
            }
            if let least = instrument.scoring.leastAnswered {
                uses.append(ParameterUse(key: least, units: [.share]))
            }
        }
        for target in model.targets {
            uses += target.parameters.map { ParameterUse(key: $0, units: [target.indicator.unit]) }
        }
        return uses
    }

    private static func unit(of key: ParameterKey, in model: any InterventionModel) -> ParameterUnit? {
        model.parameters.first { $0.key == key }?.unit
    }

    /// The laws of published figures.
    static func checkComparators(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        for comparator in model.comparators {
            let name = comparator.indicator.rawValue
            if comparator.source.isBlank {
                violations.append(Violation(model: model.id, law: .sourced, name: name))
            }
            if comparator.label.isBlank {
                violations.append(Violation(model: model.id, law: .titled, name: name))
            }
            let isShare = comparator.indicator.unit != .days
            if comparator.tenThousandths < 0 || isShare && comparator.tenThousandths > Comparator.whole {
                violations.append(Violation(model: model.id, law: .comparatorInRange, name: name))
            }
        }
        return violations
    }
}

/// A place where a model uses a parameter.
private struct ParameterUse {
    let key: ParameterKey
    let units: Set<ParameterUnit>
}

extension Comparator {
    /// One whole of an indicator's unit in ten-thousandths.
    static let whole = 10_000
}
