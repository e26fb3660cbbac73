import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Sites

extension WebWorld {
    /// Records four closed episodes of the site `north`: two completed at home, one placed, one moved away.
    func recordEpisodes() async throws {
        let closed = FixtureWorld.today.adding(days: -30)
        let started = closed.adding(days: -120)
        func answers(_ atHome: Answer) -> [OutcomeKey: Answer] {
            [.atHome: atHome, .inSchoolOrWork: atHome, .noNewArrests: .yes]
        }
        let episodes = [
            FixtureEpisode(from: started, through: closed, outcomes: answers(.yes)),
            FixtureEpisode(from: started, through: closed, outcomes: answers(.yes)),
            FixtureEpisode(from: started, through: closed, reason: "placed", outcomes: answers(.no)),
            FixtureEpisode(from: started, through: closed, reason: "moved"),
        ]
        guard let site = try await practice.sites().first(where: { $0.code.text == "north" }) else {
            throw TestTrouble("no site north")
        }
        let teams = Dictionary(site.teams.map { ($0.model, $0.id) }) { first, _ in first }
        try await fixtures.record(episodes, on: FixtureSite(id: site.id, code: site.code, teams: teams))
    }
}
