/// Two parameters of a model of which the first may never be greater than the second.
public struct OrderedParameters: Hashable, Sendable {
    /// The smaller one, or equal.
    public let least: ParameterKey
    /// The greater one, or equal.
    public let most: ParameterKey

    /// A pair.
    public init(_ least: ParameterKey, _ most: ParameterKey) {
        self.least = least
        self.most = most
    }

    /// Whether settings keep the order. Settings without one of the two keep it.
    public func isKept(in settings: ModelSettings) -> Bool {
        guard let low = settings.value(least), let high = settings.value(most) else { return true }
        return !high.isBelow(low)
    }
}

extension InterventionModel {
    /// The pairs whose order the laws ask of the standard values, and a site's settings keep as well: planned durations,
    /// ages, caseload, the marks of a stay, and the two ends of a target.
    public var orderedParameters: [OrderedParameters] {
        var pairs = phases.phases.compactMap(\.planned).map { OrderedParameters($0.least, $0.most) }
        pairs.append(OrderedParameters(.leastAge, .greatestAge))
        pairs.append(OrderedParameters(.caseloadLeast, .caseloadMost))
        let marks: [ParameterKey] = [.endingPromptAfter, .stayReviewAfter, .stayLongAfter, .stayTooLongAfter]
        let present = marks.filter { key in parameters.contains { $0.key == key } }
        pairs += zip(present, present.dropFirst()).map { OrderedParameters($0, $1) }
        for target in targets {
            if case .between(let low, let high) = target.comparison { pairs.append(OrderedParameters(low, high)) }
        }
        return pairs
    }
}
