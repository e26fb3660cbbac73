import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// What closing a family stands on: what the model still wants, the reasons, the outcomes with what is on record of each.
package struct ClosingSheet: Sendable {
    /// A reason for closing, with what the model says of it on the day.
    package struct Reason: Hashable, Sendable {
        /// The reason.
        package let reason: ClosureReason
        /// What is unusual.
        package let advice: [String]
        /// What forbids it; nil when nothing does.
        package let refusal: String?
    }

    /// An outcome with what the record has of it.
    package struct Outcome: Sendable {
        /// The outcome.
        package let definition: OutcomeDefinition
        /// What is on record and bears on it, a line each.
        package let evidence: [String]
    }

    /// The site's name.
    package let site: String
    /// The day.
    package let day: CivilDate
    /// The site's reference of the episode.
    package let ref: EpisodeRef
    /// The child's name; nil when none is kept.
    package let name: String?
    /// Where the episode's record ends.
    package let version: StreamSeq
    /// The model.
    package let model: any InterventionModel
    /// The days of treatment so far; nil before the first session.
    package let stay: DayCount?
    /// The reasons, in the model's order.
    package let reasons: [Reason]
    /// The outcomes, in the model's order.
    package let outcomes: [Outcome]
    /// What is owed and still open.
    package let owed: [Obligation]
    /// The closing, once there is one.
    package let closing: DatedClosing?
}

/// Families that were closed and whom somebody asks how things are, as they are owed.
package struct FollowUpList: Sendable {
    /// A follow-up that is owed. It does not print.
    package struct Due: Sendable {
        /// The episode.
        package let id: EpisodeID
        /// The site's reference.
        package let ref: EpisodeRef
        /// Where its record ends.
        package let version: StreamSeq
        /// The child's name; nil when none is kept.
        package let name: String?
        /// The therapist at the end.
        package let therapist: StaffCode?
        /// Which follow-up it is.
        package let month: FollowUpMonth
        /// The day it is due.
        package let dueOn: CivilDate
        /// The last day on which it can be held; nil for none.
        package let lastOn: CivilDate?
        /// Whether it can be held already.
        package let isOpen: Bool
        /// How often nobody was reached.
        package let attempts: Int
        /// The outcomes that are asked.
        package let outcomes: [OutcomeDefinition]
        /// Whom to ring: carers and others, never the child.
        package let contacts: [FamilyContact]
    }

    /// The site's name.
    package let site: String
    /// The day.
    package let day: CivilDate
    /// What is owed, by the day it is due.
    package let due: [Due]
}

extension FollowUpList.Due: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a follow-up that is owed (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
