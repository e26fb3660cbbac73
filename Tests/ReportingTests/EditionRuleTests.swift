import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing

@testable import Reporting

/// Editions that were counted by other rules than those of today.
@Suite struct EditionRuleTests {
    /// The second version of a model, which counts who lives at home over all closures.
    private struct WiderModel: InterventionModel {
        let base: any InterventionModel

        var id: ModelID { base.id }
        var version: ModelVersion { ModelVersion(base.version.number + 1) }
        var title: String { base.title }
        var client: ClientSubject { base.client }
        var parameters: [Parameter] { base.parameters }
        var criteria: [EligibilityCriterion] { base.criteria }
        var requirements: [EligibilityRequirement] { base.requirements }
        var phases: PhaseGraph { base.phases }
        var instruments: [Instrument] { base.instruments }
        var outcomes: [OutcomeDefinition] {
            base.outcomes.map { outcome in
                var outcome = outcome
                if outcome.key == .atHome { outcome.base = .allClosures }
                return outcome
            }
        }
        var closureReasons: [ClosureReason] { base.closureReasons }
        var targets: [IndicatorTarget] { base.targets }
        var facts: [FactDefinition] { base.facts }
        var trackers: [Tracker] { base.trackers }
        var modules: [TreatmentModule] { base.modules }
        var duties: [FactDuty] { base.duties }
        var trainings: [TrainingRequirement] { base.trainings }
        var measures: [Measure] { base.measures }
    }

    @Test func `another version of a model is another rule: what was frozen is sound, and the difference says so`()
        async throws
    {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            let world = ground.world
            let wider = WiderModel(base: try #require(world.models.newest("mst")))
            try await world.database.withPool(.reporting) { reporting in
                let practice = Practice(
                    application: world.pool, reporting: reporting, store: world.store,
                    models: try ModelRegistry(world.models.models + [wider]), clock: world.clock.recordClock)
                let check = try await practice.verify(one, by: "a test")
                guard case .otherRules(let rules) = check.recount else {
                    Issue.record("\(check)")
                    return
                }
                #expect(check.isSound && rules.count == 1 && rules[0].contains("mst \(wider.version.number)"))

                let request = try ground.request(restating: one.number)
                let two = try #require(try await practice.freeze(request, madeBy: "a test").edition)
                #expect(two.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 0"])
                let difference = try await practice.difference(one.number, two.number, by: "a test")
                #expect(difference.records == 0 && difference.rules.map(\.name) == ["models counted by"])
                #expect(difference.changes.contains { $0.place.row == "Living at home: yes (of closures)" })
                #expect(difference.changes.allSatisfy { $0.cause == .rule })
                // A program that is another than the second's cannot count by its rule.
                let later = try await practice.difference(one.number, two.number, by: "a newer one")
                #expect(later.changes.contains { $0.cause == .unknown })
                #expect(!later.changes.contains { $0.cause == .both || $0.cause == .data })
            }
        }
    }

    @Test func `what an older program counted otherwise is reckoned with, and no fault of the facts`() async throws {
        try await EditionWorld.with { ground in
            let one = try await ground.freeze()
            let secrets = try await ground.world.database.withPool(.reporting) { pool in
                try await pool.transaction { try await EditionBook.secrets(of: [one.number], in: $0) }
            }
            // As if that program had three of north's first quarter not at home whom this one has at home.
            let kept = try #require(secrets[one.number])
            let grids = kept.grids.map { grid in
                guard grid.answers.contains(where: { $0.name == "Living at home: yes" }) else { return grid }
                let columns = grid.counts.count / 3
                var counts = grid.counts
                counts[0] -= 3
                counts[columns] += 3
                return EditionGrid(
                    sheet: grid.sheet, model: grid.model, answers: grid.answers, places: grid.places,
                    sites: grid.sites, times: grid.times, quarters: grid.quarters, counts: counts)
            }
            let text = try EditionText.write(
                EditionSecrets(
                    grids: grids, secondary: kept.secondary, records: kept.records, sites: kept.sites,
                    changed: kept.changed, models: kept.models))
            try await ground.world.database.withPool(.administrator) { pool in
                try await pool.withConnection { connection in
                    try await connection.execute("ALTER TABLE edition.secret DISABLE TRIGGER secret_append_only")
                    try await connection.execute("UPDATE edition.secret SET counts = \(text)")
                }
            }
            guard case .differs? = try? await ground.practice.verify(one, by: "a test").recount else {
                Issue.record("counts that were changed by hand were not told")
                return
            }
            let other = try await ground.practice.verify(one, by: "a newer one")
            #expect(other.recount == .otherRules(["program a test -> a newer one"]))
            let two = try await ground.practice.freeze(
                try ground.request(restating: one.number), madeBy: "a newer one")
            #expect(two.document.changed.map { "\($0.edition): \($0.records)" } == ["1: 3"])
        }
    }
}
