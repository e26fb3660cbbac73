import CivilDate
import EpisodeStore
import Intervention

/// A site of the invented network: what its file says, who works there, and how it differs.
struct SiteSketch: Sendable {
    /// A team with its therapists.
    struct Team: Sendable {
        let id: TeamID
        let code: TeamCode
        let modelText: String
        /// The place of its model in the list of designs.
        let design: Int
        let startedOn: CivilDate
        let therapists: [Author]
    }

    /// Counted from 1.
    let number: Int
    let code: SiteCode
    let nation: NationSketch
    let teams: [Team]
    let traits: SiteTraits
    let families: Int
    let cycle: SeatCycle

    /// The file that `homeward site apply` would read.
    var document: String {
        """
        # An invented site of a simulated network.
        code: \(code)
        name: Simulated Site \(number)
        jurisdiction: \(nation.jurisdiction.rawValue)
        timeZone: \(nation.timeZone)
        \(licence)
        teams:
        \(teams.map(\.lines).joined())
        """
    }

    /// Licensed from the first team's first day for thirty years, reviewed two months before.
    private var licence: String {
        guard let from = teams.map(\.startedOn).min() else { return "" }
        let (until, review) = (from.adding(months: 360), from.adding(months: -2))
        return "licence: {holder: Invented Trust, from: \(from), until: \(until), readinessReview: \(review)}"
    }
}

extension SiteSketch.Team {
    /// The team's part of the site's file: it begins with all of its staff.
    fileprivate var lines: String {
        let posts =
            [(Codes.supervisor(code), "supervisor")] + therapists.map { ($0, "therapist") }
        let staff = posts.map { author, role in
            "      - {code: \(author.recordedBy), role: \(role), fte: 1, from: \(startedOn)}\n"
        }
        return "  - code: \(code)\n    model: \(modelText)\n    startedOn: \(startedOn)\n    staff:\n" + staff.joined()
    }
}
