import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

/// The rules that a site decides under: the newest versions for what begins, the pinned ones for what goes on.
///
/// An episode is pinned to a version of its model and to a version of the site's settings. Of those it has the values
/// that were in force on the day it was referred, or moved to them, whatever changes later.
package struct SiteRules: Sendable {
    private let site: Site
    private let models: ModelRegistry
    private let shelf: RuleShelf
    private let today: CivilDate

    /// The rules of a site whose configurations the shelf has read.
    init(of site: Site, models: ModelRegistry, shelf: RuleShelf, today: CivilDate) {
        self.site = site
        self.models = models
        self.shelf = shelf
        self.today = today
    }

    /// The rules of the site as it stood under an earlier configuration.
    func of(_ site: Site) -> SiteRules { SiteRules(of: site, models: models, shelf: shelf, today: today) }

    /// The rules that an episode of the model begins under.
    /// - Parameter day: the day of referral.
    /// - Throws: ``PracticeFault/modelAway(_:known:)``.
    package func beginning(_ model: ModelID, on day: CivilDate) throws -> Rulebook {
        guard let newest = models.newest(model) else {
            throw PracticeFault.modelAway(model, known: models.ids)
        }
        return try rulebook(of: newest, site.settings, on: day)
    }

    /// The rules that an episode is pinned to.
    /// - Parameter day: the day since which it is: that of the referral, or of the last move.
    /// - Throws: ``PracticeFault/missingModel(_:_:)``.
    package func pinned(_ pin: ModelEnvelope, on day: CivilDate) throws -> Rulebook {
        guard let model = models.model(pin.model, pin.version) else {
            throw PracticeFault.missingModel(pin.model, pin.version)
        }
        return try rulebook(of: model, pin.settings, on: day)
    }

    /// The rules that an episode on record is pinned to; nil while it has no event.
    package func pinned(_ state: StreamState<EpisodeStream>) throws -> Rulebook? {
        try state.trail.pin.map { try pinned($0, on: state.history.facts?.settingsDay ?? today) }
    }

    /// The rules that an episode on record was pinned to on a day; nil while it has no event.
    package func pinned(_ state: StreamState<EpisodeStream>, asOf day: CivilDate) throws -> Rulebook? {
        try state.pin(on: day).map { try pinned($0.envelope, on: $0.since) }
    }

    /// The rules for what comes next in an episode.
    /// - Parameter referral: the model and the day that a referral, or the correction of one, names; nil when none is
    ///   named.
    package func next(
        in state: StreamState<EpisodeStream>, naming referral: (model: ModelID, on: CivilDate)? = nil
    ) throws -> Rulebook {
        guard let referral else {
            guard let rules = try pinned(state) else { throw PracticeFault.modelNotNamed }
            return rules
        }
        guard let pin = state.trail.pin, pin.model == referral.model else {
            return try beginning(referral.model, on: referral.on)
        }
        return try pinned(pin, on: state.history.facts?.movedOn ?? referral.on)
    }

    /// The versions of a model that the programme has.
    func versions(of model: ModelID) -> [ModelVersion] { models.models.filter { $0.id == model }.map(\.version) }

    /// The site's configuration in force: the file that was applied last.
    package func configuration() throws -> SiteFile {
        try shelf.configurations.version(site.settings, of: site).file
    }

    /// What a version of the configuration sets on a day, for each model of which it sets something: by the newest
    /// version that allows it, for what was in force in the past may lie outside the bounds of today.
    func settings(of version: SettingsVersion, on day: CivilDate) throws -> [ModelID: ModelSettings] {
        let settings = try shelf.configurations.version(version, of: site).settings
        var values: [ModelID: ModelSettings] = [:]
        for id in models.ids where !settings.entries(of: id, on: day).isEmpty {
            let versions = models.versions(id)
            values[id] =
                try versions.lazy.compactMap { try? settings.settings(of: $0, on: day) }.first
                ?? versions.first.map { try settings.settings(of: $0, on: day) }
        }
        return values
    }

    private func rulebook(
        of model: any InterventionModel, _ version: SettingsVersion, on day: CivilDate
    ) throws -> Rulebook {
        let settings = try shelf.configurations.version(version, of: site).settings
        let key = RuleShelf.Key(
            site: site.id, settings: version, model: model.id, version: model.version,
            since: settings.stretch(of: model.id, on: day)
        )
        return try shelf.rulebook(key) {
            try Rulebook(model: model, settings: try settings.settings(of: model, on: day))
        }
    }
}
