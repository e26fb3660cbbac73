import CivilDate
import Intervention

/// What the id of a call stands for; it only marks a type.
package enum CallSubject: Sendable {}

/// The id of a call to a team's telephone.
package typealias CallID = RecordID<CallSubject>

/// Who rang, as it may be told: what they are, never a name.
package enum Caller: String, CaseIterable, Hashable, Sendable {
    case carer
    case youngPerson = "young-person"
    /// The police, who may have found a child that was missing.
    case police
    case socialWorker = "social-worker"
    case other
}

/// What was done about a call, in one word.
package enum CallResult: String, CaseIterable, Hashable, Sendable {
    /// Somebody was advised by telephone.
    case advice
    /// The family's safety plan was gone through or put to work.
    case safetyPlan = "safety-plan"
    /// Somebody went there.
    case visit
    /// Police, ambulance or another emergency service was called.
    case emergencyServices = "emergency-services"
    /// The supervisor was asked.
    case supervisor
    /// Nothing was needed.
    case nothing
    case other
}

/// A call to a team's telephone, as it is typed.
package struct CallWish: Hashable, Sendable {
    /// The most characters of what was said.
    package static let longest = 10_000

    /// Made with the form: what is sent twice stands once.
    package var id: CallID
    /// The family that it was about; nil when it was nobody of the record.
    package var episode: EpisodeRef?
    /// Whose telephone rang, when no family says so; nil for the only one that the asker carries.
    package var team: TeamCode?
    /// Who rang.
    package var caller: Caller
    /// What was done.
    package var done: CallResult
    /// When it came.
    package var cameAt: Instant
    /// What was said; may be empty.
    package var words: String

    /// A call.
    package init(
        id: CallID, episode: EpisodeRef?, team: TeamCode? = nil, caller: Caller, done: CallResult, cameAt: Instant,
        words: String
    ) {
        self.id = id
        self.episode = episode
        self.team = team
        self.caller = caller
        self.done = done
        self.cameAt = cameAt
        self.words = words
    }
}

extension CallWish: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a call (words withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a call is not written down, or a night not taken over.
package enum OnCallFault: Error, Hashable, Sendable {
    /// The asker neither carries the telephone of a team nor supervises one, so a call that names no family is nobody's.
    case noTelephone
    /// There are several telephones and none was named.
    case whichTelephone([TeamCode])
    /// The asker neither carries the team's telephone nor supervises it.
    case anotherTelephone(TeamCode)
    /// It is to have come later than now.
    case inTheFuture
    /// The morning of the hand-over is to come.
    case beforeItsMorning
    /// What was said is longer than ``CallWish/longest``.
    case tooLong(Int)
    /// There are so many calls by now, and others were read.
    case otherCalls(Int)
}

extension OnCallFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .noTelephone:
            "a call that names no family is written down by who carries the team's telephone or supervises the team; "
                + "name the family"
        case .whichTelephone(let teams):
            "say whose telephone rang: " + teams.map(\.text).joined(separator: ", ")
        case .anotherTelephone(let team):
            "the telephone of \(team) is for who carries it today, and for its supervisor"
        case .inTheFuture: "a call cannot have come later than now"
        case .beforeItsMorning: "a night is taken over on the morning after it, not before"
        case .tooLong(let count):
            "what was said has \(count) characters; write at most \(CallWish.longest)"
        case .otherCalls(let count):
            "there are \(count) calls to take over now; read them, and say how many they are"
        }
    }
}
