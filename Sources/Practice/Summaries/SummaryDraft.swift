import CivilDate
import Intervention

/// What somebody typed into the summary of a week and did not hand in yet. It does not print.
package struct SummaryDraft: Sendable {
    /// Which draft of the asker's own it is, and which state of it.
    package struct Place: Hashable, Sendable {
        /// The week.
        package let week: TreatmentWeek
        /// The version that its page saw last.
        package let version: Int

        /// A draft of the asker's own.
        package init(week: TreatmentWeek, version: Int) {
            self.week = week
            self.version = version
        }
    }

    /// Who typed it.
    package let by: StaffCode
    /// Its version among those of the same account and week.
    package let version: Int
    /// When it was saved last.
    package let savedAt: Instant
    /// What was typed.
    package let fields: TypedFields
}

extension SummaryDraft: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a draft (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The drafts of the summary of a week.
package struct SummaryDrafts: Sendable {
    /// Nothing was typed yet.
    package static let none = SummaryDrafts(own: [], others: [])

    /// The asker's own, the newest first. There are several where the same account typed in several windows at once.
    package let own: [SummaryDraft]
    /// The newest of everybody else.
    package let others: [SummaryDraft]
}

/// Why a draft is not saved.
package enum SummaryDraftFault: Error, Hashable, Sendable {
    /// The week has not begun, or treatment has not.
    case noSuchWeek
    /// More was typed than is kept.
    case tooLong(Int)
}

extension SummaryDraftFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .noSuchWeek: "there is no such week of treatment yet; write the summary of a week that has begun"
        case .tooLong(let count):
            "the draft has \(count) bytes and at most \(DraftBook.longest) are kept; shorten what you typed"
        }
    }
}
