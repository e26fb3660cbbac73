import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Sites

/// The second version of a model, which lets a family go without a meeting for longer.
struct LaterModel: InterventionModel {
    let base: any InterventionModel
    let parameters: [Parameter]

    init(_ base: (any InterventionModel)?, contactGapMost days: Int) throws {
        self.base = try #require(base)
        parameters = self.base.parameters.map { parameter in
            var altered = parameter
            if parameter.key == .contactGapMost { (altered.standard, altered.bounds) = (.whole(days), .whole(3...30)) }
            return altered
        }
    }

    var id: ModelID { base.id }
    var version: ModelVersion { ModelVersion(2) }
    var title: String { base.title }
    var client: ClientSubject { base.client }
    var criteria: [EligibilityCriterion] { base.criteria }
    var requirements: [EligibilityRequirement] { base.requirements }
    var phases: PhaseGraph { base.phases }
    var instruments: [Instrument] { base.instruments }
    var outcomes: [OutcomeDefinition] { base.outcomes }
    var closureReasons: [ClosureReason] { base.closureReasons }
    var targets: [IndicatorTarget] { base.targets }
    var facts: [FactDefinition] { base.facts }
    var trackers: [Tracker] { base.trackers }
    var modules: [TreatmentModule] { base.modules }
    var duties: [FactDuty] { base.duties }
    var trainings: [TrainingRequirement] { base.trainings }
    var measures: [Measure] { base.measures }
}

extension SiteWorld {
    /// The same database under a program with other models.
    func running(_ models: ModelRegistry) -> SiteWorld {
        let clock = fixtures.clock.recordClock
        let store = EpisodeStore(models: models, vault: fixtures.vault, clock: clock)
        let practice = Practice(
            application: fixtures.pool, reporting: fixtures.pool, store: store, models: models, clock: clock
        )
        return SiteWorld(fixtures: fixtures, practice: practice)
    }

    /// The same database under a program that has one model more.
    func upgraded(with model: any InterventionModel) throws -> SiteWorld {
        running(try ModelRegistry(fixtures.models.models + [model]))
    }

    /// Records an episode with its child, as live work would.
    func record(_ episode: FixtureEpisode, at site: Site) async throws {
        let teams = Dictionary(site.teams.map { ($0.model, $0.id) }) { first, _ in first }
        let entries = try episode.entries(on: FixtureSite(id: site.id, code: site.code, teams: teams))
        try await practice.record(
            [Engine.Entry(.register(nil), on: episode.referredOn)], to: episode.child, at: site.code)
        try await practice.record(entries, to: episode.id, at: site.code)
    }
}
