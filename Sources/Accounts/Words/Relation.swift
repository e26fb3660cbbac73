/// How somebody stands to what is looked at: the reason that the access log keeps beside every look.
package enum Relation: String, CaseIterable, Hashable, Sendable {
    /// The episode is allocated to them.
    case ownEpisode = "own-episode"
    /// The episode, or the member of staff, belongs to a team that they have a role in.
    case ownTeam = "own-team"
    /// It belongs to a site that they have a role in.
    case ownSite = "own-site"
    /// They carry the on-call telephone of the episode's team now.
    case onCall = "on-call"
    /// They opened the record in an emergency, with a reason and for a time.
    case brokeGlass = "break-glass"
    /// It belongs to the network, without identities.
    case network
    /// It is about themselves: their sessions, factors, feedback.
    case themselves = "self"
    /// The programme itself, at night or at the command line of somebody who may read the home's keys.
    case programme

    /// The narrowest first: the one that is written down when several hold.
    package static let narrowestFirst: [Relation] =
        [.themselves, .ownEpisode, .onCall, .ownTeam, .ownSite, .brokeGlass, .network, .programme]
}
