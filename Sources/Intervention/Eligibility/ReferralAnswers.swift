import CivilDate

/// What is answered about a referral before it is decided: codes and days, no free text.
public struct ReferralAnswers: Hashable, Sendable {
    /// The answers to questions of yes and no. What is not here is unknown.
    public var answers: [CriterionKey: Answer]
    /// The days of what questions ask the day of. What is not here is unknown.
    public var days: [CriterionKey: CivilDate]

    /// Answers.
    public init(answers: [CriterionKey: Answer] = [:], days: [CriterionKey: CivilDate] = [:]) {
        self.answers = answers
        self.days = days
    }
}
