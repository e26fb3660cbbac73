/// The kinds of content that roles differ by.
package enum Aspect: String, CaseIterable, Hashable, Sendable {
    /// Who people are (`identity`).
    case identity
    /// What was written in words (`narrative`).
    case narrative
    /// What happened: events and projections of episodes and children.
    case record
    /// Scores of interviews and instruments.
    case scores
    /// Answers of raters about staff.
    case staffMeasures = "staff-measures"

    /// All of them: nightly work, the command line.
    package static let all = Set(Aspect.allCases)
}
