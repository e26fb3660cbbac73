/// A number or a choice that a model depends on: with unit, bounds and the source of all three.
///
/// A site may set another value inside the bounds. Outside them it would be another model.
public struct Parameter: Hashable, Sendable {
    /// The key.
    public var key: ParameterKey
    /// What it means, for people.
    public var title: String
    /// What one of it is.
    public var unit: ParameterUnit
    /// The value when a site sets none.
    public var standard: ParameterValue
    /// What a site may set.
    public var bounds: ParameterBounds
    /// Where value and bounds come from: a document and its mark (`clinical.md 3.4 [V]`).
    public var source: String

    /// A parameter.
    public init(
        _ key: ParameterKey, _ title: String, unit: ParameterUnit, standard: ParameterValue,
        bounds: ParameterBounds, source: String
    ) {
        self.key = key
        self.title = title
        self.unit = unit
        self.standard = standard
        self.bounds = bounds
        self.source = source
    }
}

/// What one of a parameter is.
public enum ParameterUnit: String, Hashable, Sendable {
    case days
    case months
    case years
    case families
    case contactsPerWeek = "contacts-per-week"
    case criteria
    case raters
    case score
    case share
    case choice
}

/// The value of a parameter. Scores and shares are kept in billionths, so that comparisons are exact.
public enum ParameterValue: Hashable, Sendable {
    /// A whole number of the unit.
    case whole(Int)
    /// A score or share in billionths: 0.61 is 610,000,000.
    case billionths(Int64)
    /// One of a closed list.
    case choice(String)
}

extension ParameterValue: CustomStringConvertible {
    /// The value as people write it.
    public var description: String {
        switch self {
        case .whole(let number): "\(number)"
        case .billionths(let number): AdherenceScore(billionths: number)?.description ?? "\(number) billionths"
        case .choice(let text): text
        }
    }
}

/// What a site may set a parameter to.
public enum ParameterBounds: Hashable, Sendable {
    /// Whole numbers, both ends allowed.
    case whole(ClosedRange<Int>)
    /// Scores or shares in billionths, both ends allowed.
    case billionths(ClosedRange<Int64>)
    /// A closed list.
    case choices([String])

    /// Whether the value may be set.
    public func allow(_ value: ParameterValue) -> Bool {
        switch (self, value) {
        case (.whole(let range), .whole(let number)): range.contains(number)
        case (.billionths(let range), .billionths(let number)): range.contains(number)
        case (.choices(let list), .choice(let text)): list.contains(text)
        default: false
        }
    }
}

extension ParameterBounds: CustomStringConvertible {
    /// The bounds as people write them.
    public var description: String {
        switch self {
        case .whole(let range): "\(range.lowerBound) to \(range.upperBound)"
        case .billionths(let range):
            "\(ParameterValue.billionths(range.lowerBound)) to \(ParameterValue.billionths(range.upperBound))"
        case .choices(let list): list.joined(separator: " or ")
        }
    }
}
