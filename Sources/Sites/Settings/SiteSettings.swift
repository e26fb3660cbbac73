import CivilDate
import Intervention

/// The values that a site's models run on, as one version of the site's configuration has them.
package struct SiteSettings: Hashable, Sendable {
    /// The version.
    package let version: SettingsVersion
    private let entries: [ModelID: [SiteSetting]]
    private let consent: ConsentRule?

    /// The settings of a version.
    /// - Parameter consent: the site's rule, for every model that has one and of which no entry says otherwise.
    package init(version: SettingsVersion, _ settings: [SiteSetting] = [], consent: ConsentRule? = nil) {
        self.version = version
        self.consent = consent
        entries = Dictionary(grouping: settings, by: \.model).mapValues { $0.sorted { $0.from < $1.from } }
    }

    /// What the site sets for a model on a day: of each parameter the latest entry that has begun.
    package func entries(of model: ModelID, on day: CivilDate) -> [ParameterKey: SiteSetting] {
        (entries[model] ?? []).reduce(into: [:]) { latest, entry in
            if entry.from <= day { latest[entry.key] = entry }
        }
    }

    /// The first day of the stretch of days, this one in it, on which the same values hold; nil before the first
    /// change.
    package func stretch(of model: ModelID, on day: CivilDate) -> CivilDate? {
        entries[model]?.last { $0.from <= day }?.from
    }

    /// The days on which values of a model change, in order, each once.
    package func changes(of model: ModelID) -> [CivilDate] {
        Set((entries[model] ?? []).map(\.from)).sorted()
    }

    /// A model's settings on a day: what the site sets, and the model's standard for the rest.
    ///
    /// A version of the model that no longer has a parameter runs without it.
    /// - Throws: ``SettingsFault`` for a value that this version of the model does not allow.
    package func settings(
        of model: any InterventionModel, on day: CivilDate
    ) throws(SettingsFault) -> ModelSettings {
        let entries = entries(of: model.id, on: day)
        guard !entries.isEmpty || consent != nil else { return try ModelSettings(of: model, version: version) }
        var own: [ParameterKey: ParameterValue] = [:]
        for parameter in model.parameters {
            guard let entry = entries[parameter.key] else {
                if parameter.key == .consentRule { own[parameter.key] = consent.map { .choice($0.rawValue) } }
                continue
            }
            guard let value = parameter.value(written: entry.written) else {
                throw .outsideBounds(parameter, .choice(entry.written))
            }
            own[parameter.key] = value
        }
        return try ModelSettings(of: model, version: version, setting: own)
    }
}
