import CivilDate
import Intervention

/// The number of a programme review at its site: 1 and up.
package struct ReviewNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number.
    package let number: Int32

    /// A number; nil for less than 1.
    package init?(_ number: Int32) {
        guard number >= 1 else { return nil }
        self.number = number
    }

    package var description: String { "\(number)" }

    /// The number of a site's first review.
    package static let first = ReviewNumber(unchecked: 1)

    /// The number of the review after it.
    package var next: ReviewNumber { ReviewNumber(unchecked: number + 1) }

    private init(unchecked number: Int32) { self.number = number }
}

/// What a programme sets out to do: who sees to it, and by when.
package struct ReviewGoal: Hashable, Sendable {
    /// What a site calls a goal by.
    package enum Tag: Sendable {}

    /// How far it is.
    package enum Standing: String, CaseIterable, Hashable, Sendable {
        /// It is worked at; the next review carries it forward.
        case open
        /// It was reached.
        case met
        /// It is not pursued any more.
        case dropped
    }

    /// Its code, which stays its own from review to review.
    package let code: SiteGiven<Tag>
    /// What it is, one line. It names nobody.
    package let goal: String
    /// Who sees to it: a code of staff.
    package let owner: StaffCode
    /// By when.
    package let due: CivilDate
    /// How far it is.
    package let standing: Standing
    /// The review that stated it first; nil where that is the review in hand.
    package let since: ReviewNumber?

    /// A goal.
    package init(
        _ code: SiteGiven<Tag>, _ goal: String, owner: StaffCode, due: CivilDate, standing: Standing,
        since: ReviewNumber? = nil
    ) {
        self.code = code
        self.goal = goal
        self.owner = owner
        self.due = due
        self.standing = standing
        self.since = since
    }

    /// The same, stated first by a review.
    fileprivate func stated(by review: ReviewNumber?) -> ReviewGoal {
        ReviewGoal(code, goal, owner: owner, due: due, standing: standing, since: since ?? review)
    }
}

extension [ReviewGoal] {
    /// The goals of a review: those that the one before left open, as they are stated now, and then the new ones.
    /// - Parameter previous: nil for the first review.
    package func carried(from previous: (number: ReviewNumber, goals: [ReviewGoal])?) -> [ReviewGoal] {
        let open = (previous?.goals ?? []).filter { $0.standing == .open }.map { $0.stated(by: previous?.number) }
        let kept = open.map { old in
            first { $0.code == old.code }.map { now in
                ReviewGoal(
                    now.code, now.goal, owner: now.owner, due: now.due, standing: now.standing, since: old.since)
            } ?? old
        }
        return kept + filter { goal in !open.contains { $0.code == goal.code } }
    }

    /// The goals as a list of objects.
    package var value: ReportValue {
        .array(
            map { goal in
                .object([
                    .init("code", .text(goal.code.text)), .init("goal", .text(goal.goal)),
                    .init("owner", .text(goal.owner.text)), .init("due", .text(goal.due.description)),
                    .init("standing", .text(goal.standing.rawValue)),
                    .init("since", goal.since.map { .whole(Int($0.number)) } ?? .null),
                ])
            })
    }
}
