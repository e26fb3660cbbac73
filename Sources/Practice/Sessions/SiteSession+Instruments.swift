import EpisodeEngine
import InstrumentFile
import Intervention
import Sites

extension SiteSession {
    /// The definitions of instruments that the site works with.
    package func instruments() async throws -> InstrumentShelf {
        try await InstrumentShelf.read(site.id, in: transaction)
    }

    /// What the site's interviews are judged by.
    package func interviewGround() async throws -> InterviewGround {
        var ground = InterviewGround()
        ground.definitions = InstrumentEditions(try await instruments().editions)
        ground.therapists = try therapists()
        return ground
    }

    /// What commands are judged by; nothing is looked up when none of them brings an interview.
    func interviewGround(for commands: [EpisodeCommand]) async throws -> InterviewGround {
        let bringsInterview = commands.contains { command in
            if case .recordInterview = command { true } else { false }
        }
        return bringsInterview ? try await interviewGround() : InterviewGround()
    }

    /// The therapists of every team, as the configuration in force says.
    private func therapists() throws -> TherapistRoster {
        let teams = try rules.configuration().teams
        let posts = teams.compactMap { team in site.team(team.code).map { ($0.id, team.staff) } }
        return TherapistRoster(Dictionary(posts) { first, _ in first })
    }
}
