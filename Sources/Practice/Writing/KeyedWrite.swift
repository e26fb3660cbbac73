import Accounts
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Vault

/// A write that a client may send again: the key that it chose, and all that it asks. The same request under the same key
/// is done once.
package struct KeyedWrite: Hashable, Sendable {
    /// The client's key, unique among those of its account.
    package let key: String
    /// All that is asked, in one form.
    package let request: String
    /// For how many days the key is known.
    package let days: Int

    /// For how many days the key of a program is known.
    package static let daysOfPrograms = 1
    /// For how many days the key of a form is known: longer than a device keeps a contact that it could not send, which is three
    /// days. What was recorded while its answer got lost is then recorded once, whenever the device sends it again.
    package static let daysOfForms = 4

    /// A write under a key.
    /// - Parameter days: for how many days the key is known.
    package init(key: String, request: String, days: Int = daysOfPrograms) {
        self.key = key
        self.request = request
        self.days = days
    }
}

/// What a keyed write recorded: the same answer however often it is asked for.
package struct WrittenOnce: Hashable, Sendable {
    /// A stream of the record.
    package struct Place: Hashable, Sendable {
        /// Its kind.
        package let stream: StreamName
        /// The id of whose it is: an episode, a child or a team.
        package let id: UUIDBytes
    }

    /// Where it was written; nil for what stands in no stream.
    package var place: Place?
    /// Where the stream ends now; before the first event where it changed none.
    package var version = StreamSeq.beforeFirst
    /// The id of what was made by it; nil for what has none.
    package var made: UUIDBytes?
    /// Codes of what is unusual.
    package var advice: [String] = []
    /// What else is told: an instant or a number.
    package var told: String?
}

extension WrittenOnce.Place {
    static func episode(_ id: EpisodeID) -> WrittenOnce.Place { .init(stream: .episode, id: id.bound) }
    static func child(_ id: ChildID) -> WrittenOnce.Place { .init(stream: .child, id: id.bound) }
    static func team(_ id: TeamID) -> WrittenOnce.Place { .init(stream: .team, id: id.bound) }

    /// The place as the access log has it.
    var target: Look.Target {
        switch stream {
        case .episode: .episode(EpisodeID(id))
        case .child: .child(ChildID(id))
        case .team: .team(TeamID(id))
        }
    }
}

/// Why a keyed write is not done.
package enum KeyedWriteFault: Error, Hashable, Sendable {
    /// The same key is at work in another transaction.
    case stillRunning
    /// The key belongs to another request.
    case keyOfAnother
    /// What is written to has another version than the one that was seen.
    case changed(StreamSeq)
    /// Nobody with an account asks, so there is nobody whose key it is.
    case nobody
}
