import CivilDate
import EpisodeEngine
import Intervention
import Sites

/// What came of an attempt to reach a family for an interview.
package enum AttemptOutcome: String, CaseIterable, Hashable, Sendable {
    case noAnswer = "no-answer"
    case engaged
    case wrongNumber = "wrong-number"
    case interpreterNeeded = "interpreter-needed"
    /// Somebody asked to be rung at another time.
    case callBack = "call-back"
    /// The carer does not want this interview.
    case refused

    /// What the record has of it: a refusal ends the slot, whoever was not reached counts as an attempt.
    var result: InterviewResult? {
        switch self {
        case .noAnswer, .engaged, .wrongNumber: .unreachable
        case .refused: .refused
        case .interpreterNeeded, .callBack: nil
        }
    }
}

/// A part of the day.
package enum DayPart: String, CaseIterable, Hashable, Sendable {
    case morning
    case afternoon
    case evening
}

/// What the id of an attempt stands for; it only marks a type.
package enum AttemptSubject: Sendable {}

/// An attempt to reach a family, as it is typed.
package struct AttemptWish: Hashable, Sendable {
    /// Made with the form: what is sent twice stands once.
    package var id: RecordID<AttemptSubject>
    /// For which interview, from 1 up.
    package var slot: Int
    /// What came of it.
    package var outcome: AttemptOutcome
    /// The day to ring again; nil when nobody said.
    package var again: CivilDate?
    /// The part of the day to ring again.
    package var part: DayPart?

    /// How many days ahead somebody is rung again: an interview is owed each month, so two of them.
    package static let furthest = 62

    /// An attempt.
    package init(
        id: RecordID<AttemptSubject>, slot: Int, outcome: AttemptOutcome, again: CivilDate? = nil,
        part: DayPart? = nil
    ) {
        self.id = id
        self.slot = slot
        self.outcome = outcome
        self.again = again
        self.part = part
    }
}

/// Why an attempt is not kept.
package enum AttemptFault: Error, Hashable, Sendable {
    /// No interview of that number is owed; those that are.
    case notOwed([Int])
    /// The day to ring again has passed, or is further off than ``AttemptWish/furthest``.
    case notAgain
}

extension AttemptFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .notAgain: "the day to ring again is today or one of the next \(AttemptWish.furthest)"
        case .notOwed([]): "no interview is owed of this family; nobody need be rung"
        case .notOwed(let slots):
            "no interview of that number is owed; name one of " + slots.map { "\($0)" }.joined(separator: ", ")
        }
    }
}

/// The adherence interviews of a site that are owed, for whoever holds them. There is neither a score nor a note in it.
package struct InterviewList: Sendable {
    /// The site's name.
    package let site: String
    /// Its clock.
    package let clock: SiteClock
    /// The day.
    package let day: CivilDate
    /// What is owed: overdue first, then open, then what comes next; each by its day.
    package let due: [InterviewDue]
}

/// An interview that is owed. It does not print.
package struct InterviewDue: Sendable {
    /// How it stands.
    package enum Standing: Int, CaseIterable, Hashable, Comparable, Sendable {
        /// Its day is past, and it can still be held.
        case overdue
        /// It can be held.
        case open
        /// It cannot be held yet.
        case upcoming

        package static func < (lhs: Standing, rhs: Standing) -> Bool { lhs.rawValue < rhs.rawValue }
    }

    /// An attempt that was made.
    package struct Attempt: Hashable, Sendable {
        /// What came of it.
        package let outcome: AttemptOutcome
        /// The day to ring again.
        package let again: CivilDate?
        /// The part of the day.
        package let part: DayPart?
        /// When.
        package let at: Instant
        /// Who made it.
        package let by: StaffCode
    }

    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef
    /// Where its record ends.
    package let version: StreamSeq
    /// The team that has it.
    package let team: TeamCode?
    /// The lead therapist, who must not hold it.
    package let therapist: StaffCode?
    /// The instrument.
    package let instrument: Instrument
    /// Which interview it is, from 1 up.
    package let slot: Int
    /// The day it is due.
    package let dueOn: CivilDate
    /// The last day on which it can be held; nil for none.
    package let lastOn: CivilDate?
    /// How it stands.
    package let standing: Standing
    /// Whom to ring: carers and others, never the child.
    package let contacts: [FamilyContact]
    /// The attempts for it, the latest first.
    package let attempts: [Attempt]
}

extension InterviewDue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "an interview that is owed (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What an interview is held with: whom it is about, and the questions that the site has loaded.
package struct InterviewForm: Sendable {
    /// The site's name.
    package let site: String
    /// Its clock.
    package let clock: SiteClock
    /// The day.
    package let day: CivilDate
    /// The interview.
    package let due: InterviewDue
    /// The definition in force; nil when the site has loaded none, and then a score is asked for.
    package let definition: InstrumentDefinition?
    /// As whom the asker holds it.
    package let collector: Collector
    /// The carer's own link that is out for it; nil for none.
    package let link: LinkOut?

    /// The respondents whose answers count.
    package var respondents: [Respondent] { due.instrument.respondents }

    /// Whether the questions can be asked from a screen; otherwise the score is typed in.
    package var isShowable: Bool { definition?.isShowable ?? false }
}
