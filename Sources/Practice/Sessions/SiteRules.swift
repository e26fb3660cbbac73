import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

/// The rules that a site decides under: the newest versions for what begins, the pinned ones for what goes on.
package struct SiteRules: Sendable {
    private let models: ModelRegistry
    private let settings: SettingsVersion
    private let newest: [ModelID: Rulebook]

    /// The rules of a site whose configuration is of that version.
    init(models: ModelRegistry, settings: SettingsVersion) throws {
        self.models = models
        self.settings = settings
        var newest: [ModelID: Rulebook] = [:]
        for id in models.ids {
            guard let model = models.newest(id) else { continue }
            newest[id] = try SiteRules.rulebook(of: model, settings)
        }
        self.newest = newest
    }

    /// The rules that an episode of the model begins under today.
    /// - Throws: ``PracticeFault/unknownModel(_:known:)``.
    package func beginning(_ model: ModelID) throws -> Rulebook {
        guard let rulebook = newest[model] else { throw PracticeFault.unknownModel(model, known: models.ids) }
        return rulebook
    }

    /// The rules that an episode is pinned to.
    /// - Throws: ``PracticeFault/missingModel(_:_:)``.
    package func pinned(_ pin: ModelEnvelope) throws -> Rulebook {
        if let rulebook = newest[pin.model], rulebook.modelVersion == pin.version, settings == pin.settings {
            return rulebook
        }
        guard let model = models.model(pin.model, pin.version) else {
            throw PracticeFault.missingModel(pin.model, pin.version)
        }
        return try SiteRules.rulebook(of: model, pin.settings)
    }

    /// The rules for what comes next in an episode.
    /// - Parameter model: the model that a referral, or the correction of one, names; nil when none is named.
    package func next(in state: StreamState<EpisodeStream>, naming model: ModelID? = nil) throws -> Rulebook {
        switch (state.trail.pin, model) {
        case (let pin?, let model?) where pin.model != model: try beginning(model)
        case (let pin?, _): try pinned(pin)
        case (nil, let model?): try beginning(model)
        case (nil, nil): throw PracticeFault.modelNotNamed
        }
    }

    private static func rulebook(of model: any InterventionModel, _ version: SettingsVersion) throws -> Rulebook {
        try Rulebook(model: model, settings: SiteSettings.settings(of: model, version: version))
    }
}
