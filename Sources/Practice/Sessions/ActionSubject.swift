import Accounts
import EpisodeStore
import Intervention

/// What of a site an action is about, as it was asked: the gate finds it among what the asker reaches, or refuses as if
/// it were not there.
package enum ActionSubject: Sendable {
    /// The site, or all that the asker reaches of it.
    case site
    /// An episode by the site's own reference.
    case episode(EpisodeRef)
    /// An episode by its id.
    case episodeID(EpisodeID)
    /// A child.
    case child(ChildID)
    /// A child as whoever asks names it.
    case named(ChildNaming)
    /// A person, as the record knows them.
    case person(PersonID)
    /// A team; nil for the whole site.
    case team(TeamCode?)
    /// A member of staff.
    case staff(StaffCode)
    /// An account.
    case account(AccountID)
}
