import CivilDate
import Intervention

/// A part of the summary of a week that something can be said to.
package enum SummaryPart: String, CaseIterable, Hashable, Sendable {
    /// Section I.
    case overarchingGoals = "overarching-goals"
    /// Section II.
    case weekGoals = "week-goals"
    /// Section III.
    case barriers
    /// Section IV.
    case advances
    /// Section V.
    case fit
    /// Section VI.
    case nextGoals = "next-goals"
    /// All of it.
    case whole
}

/// Where a summary was discussed.
package enum DiscussionSetting: String, CaseIterable, Hashable, Sendable {
    /// The team's supervision.
    case supervision
    /// The expert's consultation.
    case consultation
}

/// What somebody says to a part of a summary, to be written once. It does not print.
package struct CommentWish: Sendable {
    /// The most characters of a comment.
    package static let longest = 10_000

    /// The week.
    package let week: TreatmentWeek
    /// What it is said to.
    package let part: SummaryPart
    /// The words.
    package let words: String

    /// A comment.
    package init(week: TreatmentWeek, part: SummaryPart, words: String) {
        self.week = week
        self.part = part
        self.words = words
    }
}

extension CommentWish: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a comment (words withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What was said to the summary of a week, and whether it was discussed. It does not print.
package struct SummaryTalk: Sendable {
    /// A comment.
    package struct Comment: Sendable {
        /// What it is said to.
        package let part: SummaryPart
        /// Who wrote it.
        package let by: StaffCode
        /// When.
        package let at: Instant
        /// The words; nil where the reader may not see them or they were erased.
        package let words: String?
    }

    /// That the summary was discussed.
    package struct Discussion: Hashable, Sendable {
        /// On which day.
        package let on: CivilDate
        /// Where.
        package let setting: DiscussionSetting
        /// Who marked it.
        package let by: StaffCode
    }

    /// The comments, the earliest first.
    package let comments: [Comment]
    /// That it was discussed; nil when nobody marked it so.
    package let discussion: Discussion?

    /// The comments on a part, the earliest first.
    package func comments(on part: SummaryPart) -> [Comment] { comments.filter { $0.part == part } }
}

extension SummaryTalk: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "\(comments.count) comments (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a summary is not commented on, not marked as discussed, or not changed any more.
package enum SummaryFault: Error, Hashable, Sendable {
    /// It was not handed in.
    case notHandedIn(TreatmentWeek)
    /// It was discussed.
    case discussed(TreatmentWeek, on: CivilDate)
    /// The day lies ahead, or before the week.
    case wrongDay
    /// A comment says nothing.
    case noWords
    /// A comment is longer than ``CommentWish/longest``.
    case tooLong(Int)
}

extension SummaryFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .notHandedIn(let week):
            "the summary of week \(week.number) was not handed in; hand it in first"
        case .discussed(let week, let day):
            "the summary of week \(week.number) was discussed on \(day) and is locked; a supervisor corrects what is "
                + "wrong in it, with the reason"
        case .wrongDay: "a summary is discussed in its week or after it, and not later than today; give that day"
        case .noWords: "the comment says nothing; type it"
        case .tooLong(let count):
            "the comment has \(count) characters; write at most \(CommentWish.longest)"
        }
    }
}
