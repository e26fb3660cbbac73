import Intervention
import Statistics

/// An indicator's target with its numbers, taken from a model's parameters.
struct Aim: Hashable, Sendable {
    /// How the value is compared.
    enum Comparison: Hashable, Sendable {
        case atLeast(Number)
        case below(Number)
        case between(Number, Number)
    }

    /// A number of a target: exact for comparing, and as it is written.
    struct Number: Hashable, Sendable {
        let fraction: Fraction
        /// In decimals, without zeros that say nothing: `0.05`, `140`.
        let text: String

        init?(_ value: ParameterValue?) {
            let fraction: Fraction? =
                switch value {
                case .whole(let number): Fraction(Int128(number), over: 1)
                case .billionths(let number): Fraction(Int128(number), over: 1_000_000_000)
                case .choice, nil: nil
                }
            guard let value, let fraction else { return nil }
            self.fraction = fraction
            text = value.description
        }
    }

    let comparison: Comparison

    /// What a model aims at; nil when it states nothing for the indicator.
    /// - Parameter settings: the values of its parameters; nil for its own standard.
    init?(of indicator: Indicator, in model: any InterventionModel, with settings: ModelSettings?) {
        guard let target = model.targets.first(where: { $0.indicator == indicator }) else { return nil }
        func number(_ key: ParameterKey) -> Number? {
            Number(settings.map { $0.value(key) } ?? model.parameters.first { $0.key == key }?.standard)
        }
        switch target.comparison {
        case .atLeast(let key):
            guard let number = number(key) else { return nil }
            comparison = .atLeast(number)
        case .below(let key):
            guard let number = number(key) else { return nil }
            comparison = .below(number)
        case .between(let lowKey, let highKey):
            guard let low = number(lowKey), let high = number(highKey) else { return nil }
            comparison = .between(low, high)
        }
    }

    /// Whether an exact value meets it.
    func isMet(by value: Fraction) -> Bool {
        switch comparison {
        case .atLeast(let number): value >= number.fraction
        case .below(let number): value < number.fraction
        case .between(let low, let high): low.fraction <= value && value <= high.fraction
        }
    }
}
