import EpisodeFixtures
import Intervention

extension WebWorld {
    /// Records four closed episodes of the site `north`: two completed at home, one placed, one moved away.
    func recordEpisodes() async throws {
        let closed = FixtureWorld.today.adding(days: -30)
        let started = closed.adding(days: -120)
        let atHome: [OutcomeKey: Answer] = ["at-home": .yes, "in-school-or-work": .yes, "no-new-arrests": .yes]
        let placed: [OutcomeKey: Answer] = ["at-home": .no, "in-school-or-work": .no, "no-new-arrests": .yes]
        let episodes = [
            FixtureEpisode(from: started, through: closed, outcomes: atHome),
            FixtureEpisode(from: started, through: closed, outcomes: atHome),
            FixtureEpisode(from: started, through: closed, reason: "placed", outcomes: placed),
            FixtureEpisode(from: started, through: closed, reason: "moved"),
        ]
        try await record(episodes)
    }
}
