import CivilDate
import DeclaredModel
import EpisodeEngine
import Intervention
import MSTCAN
import MSTFIT
import RandomHistories
import StandardMST

/// What a night asks of every open episode: its obligations and its alerts, under all five models, of random histories in
/// the middle of treatment. The histories are made before the clock starts.
struct EvaluatedObligations {
    /// An episode with what it is asked under.
    private struct Episode {
        let model: any InterventionModel
        let settings: ModelSettings
        let facts: EpisodeFacts
        /// The day of the last event.
        let last: CivilDate
    }

    private static let today = CivilDate(dayNumber: 20_634)
    private static let steps = 60

    private let episodes: Int
    private let evaluations: Int

    init(_ words: Words) throws {
        episodes = try words.number("episodes")
        evaluations = try words.number("evaluations")
    }

    func run() throws -> Finding {
        let episodes = try made()
        let clock = ContinuousClock()
        var owed = 0
        let start = clock.now
        for number in 0..<evaluations {
            // A large step, so that one episode after the other is not the one beside it in memory.
            let episode = episodes[number &* 7919 % episodes.count]
            let day = episode.last.adding(days: -(number % 28))
            let obligations = episode.model.obligations(of: episode.facts, with: episode.settings, through: day)
            let alerts = episode.model.alerts(
                for: episode.facts, owing: obligations, with: episode.settings, on: day)
            owed += obligations.count + alerts.count
        }
        let time = start.duration(to: clock.now)
        guard owed > evaluations else { throw Words.Mistake("nothing was owed") }
        return Finding(count: evaluations, time: time)
    }

    /// Random histories that do not end, a fifth of them under each model.
    private func made() throws -> [Episode] {
        let declared = try DeclaredShelf(DeclaredFile.embedded).models
        let models: [any InterventionModel] = [StandardMST(), MSTCAN(), MSTFIT()] + declared
        var random = SplitMix64(seed: 1)
        let histories = try models.map { model in
            let settings = try ModelSettings(of: model, version: SettingsVersion(1))
            return RandomHistory(
                of: TeamID(high: 0, low: 1), under: try Rulebook(model: model, settings: settings), today: Self.today)
        }
        return (0..<episodes).compactMap { number in
            let history = histories[number % histories.count]
            let trial = history.trial(
                of: ChildID(high: 1, low: UInt64(number)), steps: Self.steps, corrections: false, ends: false,
                using: &random
            )
            guard let facts = trial.history.facts, let last = trial.history.standing.last else { return nil }
            return Episode(
                model: history.rules.model, settings: history.rules.settings, facts: facts, last: last.occurredOn)
        }
    }
}
