extension ModelConformance {
    /// The laws of questions and requirements.
    static func checkEligibility(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        var seen: Set<CriterionKey> = []
        for criterion in model.criteria {
            if !criterion.key.isWellFormed { report(.wellFormedName, criterion.key) }
            if !seen.insert(criterion.key).inserted { report(.uniqueName, criterion.key) }
            if criterion.question.isBlank { report(.titled, criterion.key) }
            if criterion.source.isBlank { report(.sourced, criterion.key) }
            if let within = criterion.within, standard(within, in: model).map(ParameterKind.whole.matches) != true {
                report(.knownParameter, within)
            }
        }
        for requirement in model.requirements {
            if requirement.title.isBlank { report(.titled, "requirement") }
            for way in requirement.ways {
                for key in way.criteria where !seen.contains(key) { report(.knownCriterion, key) }
                for key in parameters(of: way) where standard(key, in: model) == nil { report(.knownParameter, key) }
            }
            if !requirement.ways.contains(where: { isAnswerable($0, in: model) }) {
                report(.answerableRequirement, requirement.title)
            }
        }
        return violations
    }

    private static func parameters(of way: EligibilityRequirement.Way) -> [ParameterKey] {
        [way.atLeast, way.choice?.parameter].compactMap { $0 }
    }

    /// Whether a way is open under the model's own settings and can be met by its questions.
    private static func isAnswerable(_ way: EligibilityRequirement.Way, in model: any InterventionModel) -> Bool {
        if let choice = way.choice {
            guard case .choice(let value) = standard(choice.parameter, in: model), choice.values.contains(value) else {
                return false
            }
        }
        guard let atLeast = way.atLeast else { return !way.criteria.isEmpty }
        guard case .whole(let least) = standard(atLeast, in: model) else { return false }
        return (1...max(1, way.criteria.count)).contains(least) && !way.criteria.isEmpty
    }
}
