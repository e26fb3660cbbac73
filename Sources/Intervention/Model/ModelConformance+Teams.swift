extension ModelConformance {
    /// The laws of what a model asks of teams. A model that asks nothing has none of the parameters; one that asks
    /// something has all of them.
    static func checkTeams(_ model: any InterventionModel) -> [Violation] {
        let keys = TeamDuties.keysOfDays + TeamDuties.keysOfMonths
        let present = keys.filter { standard($0, in: model) != nil }
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        if !present.isEmpty {
            for key in keys where !present.contains(key) { report(.commonParameters, key) }
        }
        for parameter in model.parameters where TeamDuties.intervals.contains(parameter.key) {
            guard case .whole(let range) = parameter.bounds, range.lowerBound >= 1 else {
                report(.scheduleAdvances, parameter.key)
                continue
            }
        }
        return violations + checkTrainings(model)
    }

    private static func checkTrainings(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        var seen: Set<TrainingKind> = []
        for training in model.trainings {
            func report(_ law: Violation.Law) {
                violations.append(Violation(model: model.id, law: law, name: training.kind.text))
            }
            if !training.kind.isWellFormed { report(.wellFormedName) }
            if !seen.insert(training.kind).inserted { report(.uniqueName) }
            if training.title.isBlank { report(.titled) }
            if training.source.isBlank { report(.sourced) }
            if training.roles.isEmpty { report(.trainedRole) }
            guard case .months(let key) = training.deadline else { continue }
            let unit = model.parameters.first { $0.key == key }?.unit
            if unit == nil { report(.knownParameter) } else if unit != .months { report(.rightUnit) }
        }
        return violations
    }
}
