import Intervention

/// Why a value cannot be a parameter's.
struct SettingFlaw: Hashable, Sendable {
    /// The kind of mistake that it is in a site file.
    let code: SiteFileProblemCode
    /// One sentence: which bound refuses the value, what would be allowed, and where the bound comes from.
    let sentence: String
}

extension Parameter {
    /// What is wrong with a value as it is written; nil when it is allowed.
    /// - Parameters:
    ///   - model: the model in sentences.
    ///   - shown: the value as it may stand in a sentence.
    func flaw(in written: String, of model: ModelID, shown: String) -> SettingFlaw? {
        let allowance = "\(key) of \(model) may be \(bounds)\(unit.suffix)"
        guard let value = value(written: written) else {
            return SettingFlaw(code: .badNumber, sentence: "'\(shown)' is no \(bounds.kind); \(allowance)")
        }
        guard let crossing = bounds.crossing(by: value) else { return nil }
        return SettingFlaw(
            code: .outsideBounds,
            sentence: "'\(shown)' \(crossing); \(allowance); the bound is from: \(source)")
    }
}

extension ParameterBounds {
    /// What a value of the kind is.
    fileprivate var kind: String {
        switch self {
        case .whole: "whole number"
        case .billionths: "number from 0 to 1"
        case .choices: "choice"
        }
    }

    /// Which bound a value crosses; nil when it is allowed.
    fileprivate func crossing(by value: ParameterValue) -> String? {
        guard !allow(value) else { return nil }
        return switch (self, value) {
        case (.whole(let range), .whole(let number)) where number < range.lowerBound:
            "is below the lower bound, \(range.lowerBound)"
        case (.whole(let range), .whole): "is above the upper bound, \(range.upperBound)"
        case (.billionths(let range), .billionths(let number)) where number < range.lowerBound:
            "is below the lower bound, \(ParameterValue.billionths(range.lowerBound))"
        case (.billionths(let range), .billionths):
            "is above the upper bound, \(ParameterValue.billionths(range.upperBound))"
        default: "is none of the choices"
        }
    }
}
