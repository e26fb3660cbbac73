import CivilDate
import Intervention
import Postgres
import Practice

/// Whom rows of duties are about.
struct DutySubject: Hashable, Sendable {
    enum Kind: String, Sendable {
        case episode
        case team
    }

    let kind: Kind
    let id: UUIDBytes

    init(_ kind: Kind, _ id: UUIDBytes) {
        self.kind = kind
        self.id = id
    }

    init<Thing>(_ kind: Kind, _ id: RecordID<Thing>) {
        self.init(kind, UUIDBytes(high: id.high, low: id.low))
    }
}

/// Whose a subject is on a day, and what people call it.
struct DutyHolder: Hashable, Sendable {
    /// The site's reference of the episode, or the team's code.
    let ref: String?
    let team: TeamCode?
    let therapist: StaffCode?
}

/// How far a subject was read, and for how long what was found lasts.
struct DutyEntry: Hashable, Sendable {
    let head: StreamSeq
    let holder: DutyHolder
    /// Until this day nothing changes by itself.
    let nextOn: CivilDate
    /// How many days ahead were looked at.
    let reach: Int
}
