import Accounts
import CivilDate
import Intervention
import Sites

/// For how many days a carer's link holds.
package struct LinkDays: Hashable, Sendable {
    /// The fewest and the most. Four weeks at most is our decision: the next interview is due after them, and a link to one
    /// that is over would only be in the way.
    package static let bounds = 1...28
    /// Two weeks, our decision: long enough for somebody who is seldom at the telephone, and over before the next is due.
    package static let usual = LinkDays(checked: 14)

    /// The number.
    package let number: Int

    /// So many days; nil outside ``bounds``.
    package init?(_ number: Int) {
        guard LinkDays.bounds.contains(number) else { return nil }
        self.number = number
    }

    private init(checked number: Int) { self.number = number }
}

/// A link that was just made. It is shown once and kept nowhere.
package struct CarerLink: Sendable {
    /// The site's name.
    package let site: String
    /// What stands in it.
    package let token: CarerToken
    /// From when on it opens nothing.
    package let expiresAt: Instant
    /// The clocks of the site.
    package let clock: SiteClock
}

/// A link that is out: it was sent to somebody, and can still be used. What stands in it is known to nobody here.
package struct LinkOut: Hashable, Sendable {
    /// Who is to answer.
    package let respondent: Respondent
    /// Who made it.
    package let madeBy: StaffCode
    /// When.
    package let madeAt: Instant
    /// From when on it opens nothing.
    package let expiresAt: Instant
}

/// What a carer answers through a link: the questions, and nothing of the family.
package struct CarerForm: Sendable {
    /// The site's name.
    package let site: String
    /// The questions with their words, as the site has loaded them.
    package let definition: InstrumentDefinition
    let instrument: InstrumentID
    /// How many must be answered for a result, as the site has set it.
    let least: LeastAnswered

    /// The fewest answers that can give a result.
    package var leastAnswers: Int {
        let count = definition.items.count
        return (1...max(count, 1)).first { least.isMet(answered: $0, of: count) } ?? count
    }

    /// Whether so many answers give a result: the definition may ask for some of each section.
    func isEnough(_ answers: [AnswerCode?]) throws(AnswerRefusal) -> Bool {
        let share = try definition.figures(of: answers).share
        return share != nil && least.isMet(answered: answers.count { $0 != nil }, of: answers.count)
    }
}

/// Why no link is made, or answers are not taken.
package enum CarerLinkFault: Error, Hashable, Sendable {
    /// No interview can be held now.
    case nothingOpen
    /// The site has loaded no questions that can be shown.
    case noQuestions
    /// The instrument does not ask this respondent.
    case notAsked
    /// Fewer questions are answered than a result needs.
    case tooFew(answered: Int, least: Int)
    /// An answer is none of the question's.
    case unknownAnswer
}

extension CarerLinkFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .nothingOpen: "No interview can be held now. Make the link when the next is due."
        case .noQuestions:
            "The site has loaded no questions that can be shown on a screen. Load the instrument with its words first."
        case .notAsked: "The instrument does not ask this respondent. Choose one of the list."
        case .tooFew(let answered, let least):
            "You answered \(answered) of the questions. Answer \(least) at least, in each part of them some, and leave out"
                + " those that you cannot answer."
        case .unknownAnswer: "An answer is none of the question’s. Choose one of those that stand there."
        }
    }
}
