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
        for planned in model.phases.phases.compactMap(\.planned) {
            for key in [planned.least, planned.most]
            where standard(key, in: model).map(ParameterKind.whole.matches) != true {
                report(.knownParameter, key)
            }
        }
        for pair in model.orderedParameters {
            guard let low = standard(pair.least, in: model), let high = standard(pair.most, in: model) else { continue }
            if high.isBelow(low) { report(.ordered, pair.least) }
        }
        return violations
    }

    /// The standard value of a parameter, or nil.
    static func standard(_ key: ParameterKey, in model: any InterventionModel) -> ParameterValue? {
        model.parameters.first { $0.key == key }?.standard
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
