import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

/// A write that a client may send again: the key that it chose, and all that it asks. The same request under the same key
/// is done once.
package struct KeyedWrite: Hashable, Sendable {
    /// The client's key, unique among those of its account.
    package let key: String
    /// All that is asked, in one form.
    package let request: String

    /// A write under a key.
    package init(key: String, request: String) {
        self.key = key
        self.request = request
    }
}

/// What a keyed write recorded: the same answer however often it is asked for.
package struct WrittenOnce: Hashable, Sendable {
    /// The episode.
    package let episode: EpisodeID
    /// Where its record ends now.
    package let version: StreamSeq
    /// The id of what was made in it; nil for what has none.
    package let made: UUIDBytes?
    /// Codes of what is unusual.
    package let advice: [String]
}

/// Why a keyed write is not done.
package enum KeyedWriteFault: Error, Hashable, Sendable {
    /// The same key is at work in another transaction.
    case stillRunning
    /// The key belongs to another request.
    case keyOfAnother
    /// The episode has another version than the one that was seen.
    case changed(StreamSeq)
    /// Nobody with an account asks, so there is nobody whose key it is.
    case nobody
}

/// What a client records in an episode, in the site's own words.
package enum EpisodeWrite: Hashable, Sendable {
    /// What names nothing of the site.
    case command(EpisodeCommand)
    /// Who takes the family on.
    case allocate(TeamCode, therapist: StaffCode?)

    func command(at session: SiteSession) throws -> EpisodeCommand {
        switch self {
        case .command(let command): command
        case .allocate(let team, let therapist):
            .allocate(Allocation(team: try session.team(team).id, therapist: therapist))
        }
    }

    /// The id of what it makes in the episode.
    var made: UUIDBytes? {
        switch self {
        case .command(.recordContact(let contact)): contact.id.bound
        case .command(.recordInterview(let interview)): interview.id.bound
        default: nil
        }
    }

    /// Whether it is an interview, which others record than the rest.
    var isInterview: Bool { if case .command(.recordInterview) = self { true } else { false } }
}

/// A referral, in the site's own words.
package struct ReferralWish: Hashable, Sendable {
    /// The site's reference of the episode to begin.
    package let ref: EpisodeRef
    /// The site's reference of the child: one on record, or a new one.
    package let child: ChildRef
    /// The model.
    package let model: ModelID
    /// The team.
    package let team: TeamCode
    /// Who referred.
    package let source: ReferralSource?
    /// What is known of the child.
    package let profile: Profile

    /// A referral.
    package init(
        ref: EpisodeRef, child: ChildRef, model: ModelID, team: TeamCode, source: ReferralSource?, profile: Profile
    ) {
        self.ref = ref
        self.child = child
        self.model = model
        self.team = team
        self.source = source
        self.profile = profile
    }
}
