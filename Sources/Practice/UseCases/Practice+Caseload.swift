import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

/// Some of the episodes of a site that somebody reaches.
package struct CaseloadPart: Sendable {
    /// The episodes, by id.
    package let episodes: [ListedEpisode]
    /// The codes of the site's teams.
    package let teams: [TeamID: TeamCode]
    /// Where this part ends, when there may be more after it.
    package let last: EpisodeID?
}

/// What of a caseload is asked for.
package struct CaseloadQuestion: Hashable, Sendable {
    /// Only what this team has, or had last; nil for all.
    package var team: TeamCode?
    /// Only what this therapist leads; nil for all.
    package var therapist: StaffCode?
    /// Only what is accepted and not closed.
    package var isOpen = false
    /// Where the part before ended; nil for the first.
    package var last: EpisodeID?
    /// At most so many.
    package var most: Int

    /// All that the asker reaches, at most so many.
    package init(atMost most: Int) {
        self.most = most
    }
}

extension Practice {
    /// The episodes of a site that the asker reaches, by id, a part at a time. What is recorded between two parts moves
    /// none of the others, so a walk over all parts misses nothing and has nothing twice.
    package func caseload(_ question: CaseloadQuestion, at code: SiteCode) async throws -> CaseloadPart {
        try await withSite(code, for: .showEpisode, access: .readOnly) { session in
            var listing = EpisodeListing(atMost: question.most + 1)
            listing.team = try question.team.map { try session.team($0).id }
            listing.therapist = question.therapist
            listing.isOpen = question.isOpen
            listing.last = question.last
            let found = try await session.store.list(listing, site: session.site.id, session.transaction)
            let part = Array(found.prefix(question.most))
            session.looks.rows(part.count)
            return CaseloadPart(
                episodes: part, teams: Dictionary(session.site.teams.map { ($0.id, $0.code) }) { first, _ in first },
                last: found.count > part.count ? part.last?.id : nil)
        }
    }
}
