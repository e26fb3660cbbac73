/// The values that a site's model runs on: what the site set, and the model's standard for the rest.
public struct ModelSettings: Hashable, Sendable {
    /// The version of the site's applied settings that these are.
    public let version: SettingsVersion
    private let values: [ParameterKey: ParameterValue]

    /// The settings of a model with what a site set.
    /// - Throws: ``SettingsFault`` for a key that the model does not have or a value outside its bounds.
    public init(
        of model: any InterventionModel, version: SettingsVersion, setting own: [ParameterKey: ParameterValue] = [:]
    ) throws(SettingsFault) {
        self.version = version
        var values: [ParameterKey: ParameterValue] = [:]
        let parameters = model.parameters
        for parameter in parameters { values[parameter.key] = parameter.standard }
        for (key, value) in own.sorted(by: { $0.key < $1.key }) {
            guard let parameter = parameters.first(where: { $0.key == key }) else {
                throw .unknownKey(key, model: model.id)
            }
            guard parameter.bounds.allow(value) else { throw .outsideBounds(parameter, value) }
            values[key] = value
        }
        self.values = values
    }

    /// The value of a parameter; nil when the model has none of that key.
    public func value(_ key: ParameterKey) -> ParameterValue? { values[key] }

    /// The value of a parameter that is a whole number; nil when the model has none such.
    public func whole(_ key: ParameterKey) -> Int? {
        guard case .whole(let number) = values[key] else { return nil }
        return number
    }

    /// The value of a parameter that is a score; nil when the model has none such.
    public func score(_ key: ParameterKey) -> AdherenceScore? {
        guard case .billionths(let number) = values[key] else { return nil }
        return AdherenceScore(billionths: number)
    }

    /// The value of a parameter that is a choice; nil when the model has none such.
    public func choice(_ key: ParameterKey) -> String? {
        guard case .choice(let text) = values[key] else { return nil }
        return text
    }
}

/// Why settings cannot be a model's.
public enum SettingsFault: Error, Hashable, Sendable {
    /// The model has no parameter of that key.
    case unknownKey(ParameterKey, model: ModelID)
    /// The value lies outside what the licence allows.
    case outsideBounds(Parameter, ParameterValue)
}

extension SettingsFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    public var description: String {
        switch self {
        case .unknownKey(let key, let model): "the model \(model) has no parameter \(key)"
        case .outsideBounds(let parameter, let value):
            "\(parameter.key) may be \(parameter.bounds) (\(parameter.source)), not \(value)"
        }
    }
}
