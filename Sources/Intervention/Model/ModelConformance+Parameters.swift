extension ModelConformance {
    /// The laws of the parameters and of everything that names one.
    static func checkParameters(_ model: any InterventionModel) -> [Violation] {
        var violations: [Violation] = []
        func report(_ law: Violation.Law, _ name: some CustomStringConvertible) {
            violations.append(Violation(model: model.id, law: law, name: "\(name)"))
        }
        for parameter in model.parameters {
            if !parameter.bounds.allow(parameter.standard) { report(.standardInBounds, parameter.key) }
            if parameter.source.isBlank { report(.sourced, parameter.key) }
        }
        for (key, kind) in commonParameters where standard(key, in: model).map(kind.matches) != true {
            report(.commonParameters, key)
        }
        for phase in model.phases.phases {
            guard let planned = phase.planned else { continue }
            violations += checkOrder(model, planned.least, planned.most)
        }
        violations += checkOrder(model, .leastAge, .greatestAge)
        violations += checkOrder(model, .caseloadLeast, .caseloadMost)
        return violations + checkStayMarks(model)
    }

    /// The marks of a stay come one after the other. A model may have none of them.
    private static func checkStayMarks(_ model: any InterventionModel) -> [Violation] {
        let marks: [ParameterKey] = [.endingPromptAfter, .stayReviewAfter, .stayLongAfter, .stayTooLongAfter]
        let present = marks.filter { standard($0, in: model) != nil }
        return zip(present, present.dropFirst()).flatMap { checkOrder(model, $0, $1) }
    }

    /// The standard value of a parameter, or nil.
    static func standard(_ key: ParameterKey, in model: any InterventionModel) -> ParameterValue? {
        model.parameters.first { $0.key == key }?.standard
    }

    private static func checkOrder(
        _ model: any InterventionModel, _ least: ParameterKey, _ most: ParameterKey
    ) -> [Violation] {
        var violations: [Violation] = []
        for key in [least, most] where standard(key, in: model).map(ParameterKind.whole.matches) != true {
            violations.append(Violation(model: model.id, law: .knownParameter, name: "\(key)"))
        }
        if let low = standard(least, in: model), let high = standard(most, in: model), high.isBelow(low) {
            violations.append(Violation(model: model.id, law: .ordered, name: "\(least)"))
        }
        return violations
    }

    private static let commonParameters: [(ParameterKey, ParameterKind)] = [
        (.adherenceThreshold, .billionths), (.adherenceThresholdOperator, .comparison),
        (.interviewExpectedFrom, .whole), (.leastAge, .whole), (.greatestAge, .whole),
        (.caseloadLeast, .whole), (.caseloadMost, .whole),
    ]
}

/// The kinds of values that a law can ask for.
enum ParameterKind {
    case whole
    case billionths
    case comparison

    /// Whether the value is of the kind.
    func matches(_ value: ParameterValue) -> Bool {
        switch (self, value) {
        case (.whole, .whole), (.billionths, .billionths): true
        case (.comparison, .choice(let text)): ThresholdOperator(rawValue: text) != nil
        default: false
        }
    }
}
