import CivilDate
import Intervention

/// Everything that a site keeps of one child, as it is to be given to the child, or to who asks for it.
package struct SubjectPack: Hashable, Sendable {
    /// The days by which a request is answered: one month, and two more where it is complex or one of many.
    package struct Deadline: Hashable, Sendable {
        /// The day on which the request came.
        package let receivedOn: CivilDate
        /// The last day to answer.
        package var answerBy: CivilDate { receivedOn.adding(months: Deadline.months) }
        /// The last day when the person was told within the first month why it takes longer.
        package var extendedTo: CivilDate { receivedOn.adding(months: Deadline.months + Deadline.furtherMonths) }

        /// One month, and two more: UK GDPR art. 12 (3); `uk.md` 7 [G].
        private static let months = 1
        private static let furtherMonths = 2

        /// The days of a request.
        package init(receivedOn: CivilDate) { self.receivedOn = receivedOn }
    }

    /// Whom something is about beside the child.
    package enum ThirdParty: String, CaseIterable, Hashable, Sendable {
        /// A carer, a sibling, or who else takes part.
        case family
        /// Who works or worked there.
        case staff
        /// Words that somebody wrote: anybody may be in them, and what could harm.
        case words

        /// Why it is marked.
        package var sentence: String {
            switch self {
            case .family: "tells of another member of the family"
            case .staff: "names a member of staff by code"
            case .words: "free words: look for other people and for what could cause serious harm"
            }
        }
    }

    /// One field of an item.
    package struct Field: Hashable, Sendable {
        /// What it is called.
        package let name: String
        /// What it says; nil once it was taken out.
        package var value: String?
        /// Whom it is about beside the child; nil for nobody.
        package let thirdParty: ThirdParty?
    }

    /// One thing that is kept: a row, an event, a text.
    package struct Item: Hashable, Sendable {
        /// By what it is named in a list of what to take out, such as `events.17`.
        package let id: String
        /// What is kept; empty once the whole item was taken out.
        package var fields: [Field]
        /// Whom all of it is about beside the child; nil for nobody.
        package let thirdParty: ThirdParty?
        /// Why it was taken out; nil when it was not.
        package var redaction: String?
    }

    /// What is kept of one kind.
    package struct Part: Hashable, Sendable {
        /// Its short name.
        package let key: String
        /// What it is.
        package let title: String
        /// Why it is kept.
        package let reason: String
        /// What there is.
        package var items: [Item]
    }

    /// The child.
    package let child: ChildID
    /// The site's reference; nil when it gave none.
    package let ref: ChildRef?
    /// The site's name.
    package let site: String
    /// The day on which this was drawn up.
    package let drawnOn: CivilDate
    /// The days by which it is to be answered.
    package let deadline: Deadline
    /// How long the record is kept, and by which rule; nil while that is not known.
    package let kept: RetentionSheet.Entry?
    /// What is kept, by kind.
    package var parts: [Part]
    /// What is kept and not given out here, each with the reason.
    package let leftOut: [String]
}
