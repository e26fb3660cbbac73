/// What somebody is for at a site or in the network. What each may do stands in ``Policy`` alone.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// Works with families: own episodes in full.
    case therapist
    /// Supervises a team: the whole team, identifiable.
    case supervisor
    /// The consultant of a team: aggregates and the team's summaries, no identities.
    case expert = "mst-expert"
    /// Runs the site: staffing, settings, figures; detail of an episode by need.
    case siteManager = "site-manager"
    /// Holds adherence interviews: the due list, with what it takes to ring the carer; no notes and no scores.
    case interviewer
    /// Answers for records and privacy: access log, subject access, retention.
    case governance = "information-governance-officer"
    /// Reads figures of all sites, de-identified.
    case networkAnalyst = "network-analyst"
    /// Reads published figures of own contracts.
    case commissioner
    /// Keeps settings and accounts; sees no clinical content.
    case administrator

    /// Whether the role belongs to the network and not to a site.
    package var isOfNetwork: Bool { self == .networkAnalyst || self == .commissioner }

    /// Whether signing in needs a second factor by default: for everybody who reaches identities, figures of others or
    /// rights of others.
    package var needsSecondFactor: Bool { self != .commissioner }
}
