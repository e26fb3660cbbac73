package import Intervention

/// What of a site somebody reaches for one action: the rows that row-level security lets through.
package struct Reach: Hashable, Sendable {
    /// Which episodes, with their children.
    package enum Breadth: Hashable, Sendable {
        /// All of the site.
        case site
        /// Those that one of these teams has, or had last.
        case teams(Set<TeamID>)
        /// Those that are allocated to one of these members of staff, or were last.
        case staff(Set<StaffCode>)
        /// None: the action is about no family.
        case nobody
    }

    /// Which episodes.
    package var breadth: [Breadth]
    /// Episodes that were opened by break-glass, whatever the breadth.
    package var opened: Set<EpisodeID>
    /// Episodes that the person is barred from, whatever else holds.
    package var barred: Set<EpisodeID>
    /// Which kinds of content.
    package var aspects: Set<Aspect>

    /// A reach.
    package init(
        _ breadth: [Breadth], aspects: Set<Aspect>, opened: Set<EpisodeID> = [], barred: Set<EpisodeID> = []
    ) {
        self.breadth = breadth
        self.aspects = aspects
        self.opened = opened
        self.barred = barred
    }

    /// All of a site: nightly work, the command line.
    package static let all = Reach([.site], aspects: Set(Aspect.allCases))
}

/// The kinds of content that roles differ by.
package enum Aspect: String, CaseIterable, Hashable, Sendable {
    /// Who people are (`identity`).
    case identity
    /// What was written in words (`narrative`).
    case narrative
    /// What happened: events and projections of episodes and children.
    case record
    /// Scores of interviews and instruments.
    case scores
    /// Answers of raters about staff.
    case staffMeasures = "staff-measures"
}
