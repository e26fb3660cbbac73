import Accounts
import EpisodeStore
import Intervention

/// That an action was let in: by which claim, about what, and who is written down as doing it.
struct Admission: Sendable {
    /// The claim that holds; of several the narrowest.
    let claim: Permit.Claim
    /// What kinds of content may be shown.
    let aspects: Set<Aspect>
    /// About what.
    let target: Look.Target
    /// Whether all teams of the site are within the claims.
    let isWholeSite: Bool
    /// The teams that the claims take in, besides.
    var teams: Set<TeamID> = []
    /// The episode that was asked about by its reference.
    var named: [EpisodeRef: EpisodeID] = [:]
}

/// That an action was refused: what the asker is told, and what the access log keeps.
struct Denial: Error {
    /// What is told, the same as of something that is not there.
    let fault: PracticeFault
    /// What it was about, as far as that could be found.
    var target: Look.Target = .site
    /// The relation that was claimed.
    var relation: Relation = .ownSite
}
