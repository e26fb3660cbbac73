/// The analytic process of MST as facts: from what was referred and wished for, through goals, fit circles and weekly
/// goals, to what was done, what came of it, and how it is to last (`clinical.md` 4.1 to 4.4).
///
/// What people write stands in sealed texts; a fact says only of which kind it is, of which system, and what it belongs
/// to. Each kind means the same in every model.
public enum AnalyticProcess {
    /// All kinds of facts of the process.
    /// - Parameter fields: what a model says of a goal beyond the usual.
    public static func facts(addingToGoals fields: [FactField] = []) -> [FactDefinition] {
        beginning + goals(adding: fields) + fits + weeks + endings
    }

    /// The weekly summary.
    public static let duties: [FactDuty] = [
        FactDuty(
            "weekly-summary", "Weekly case summary", fact: .weeklySummary, due: .summaryFirstAfter,
            every: .summaryEvery, window: .summaryGrace, late: .warning,
            source: "clinical.md 4.3: one a family a week [G]; late after the team's deadline [I]"
        )
    ]

    /// Where the steps of the process come from.
    static let process = "clinical.md 4.2: MST, Principles and Process, paperzz.com [V]; its fields [I]"
}

extension FactKind {
    /// What the family was referred for.
    public static let referralBehaviour: FactKind = "referral-behaviour"
    /// What somebody wishes to come of treatment.
    public static let desiredOutcome: FactKind = "desired-outcome"
    /// Strengths and needs of the family and what is around it.
    public static let assessment: FactKind = "assessment"
    /// A goal of treatment as a whole.
    public static let overarchingGoal: FactKind = "overarching-goal"
    /// How a goal of treatment stands.
    public static let goalReview: FactKind = "goal-review"
    /// What a behaviour makes sense by.
    public static let fitCircle: FactKind = "fit-circle"
    /// Something that drives a behaviour.
    public static let driver: FactKind = "driver"
    /// A goal for the week after.
    public static let intermediaryGoal: FactKind = "intermediary-goal"
    /// What became of a goal for a week.
    public static let goalResult: FactKind = "goal-result"
    /// What is done towards a goal for a week.
    public static let intervention: FactKind = "intervention"
    /// Something that got better.
    public static let advance: FactKind = "advance"
    /// Something that stood in the way of a goal for a week.
    public static let barrier: FactKind = "barrier"
    /// The summary of a week, as the supervisor gets it.
    public static let weeklySummary: FactKind = "weekly-summary"
    /// How what was reached is to last.
    public static let sustainabilityPlan: FactKind = "sustainability-plan"
    /// Help after the course, arranged or not.
    public static let onwardHelp: FactKind = "onward-help"
}

extension FieldKey {
    /// What is said of it, in a sealed text.
    public static let text: FieldKey = "text"
    /// The behaviour that something belongs to.
    public static let behaviour: FieldKey = "behaviour"
    /// The goal that something belongs to.
    public static let goal: FieldKey = "goal"
    /// How a goal stands.
    public static let status: FieldKey = "status"
    /// What became of something.
    public static let result: FieldKey = "result"
    /// Whose it is.
    public static let whose: FieldKey = "whose"
    /// The fit circle that something belongs to.
    public static let fit: FieldKey = "fit"
    /// The part of the child's world: individual, family, peer, school or community.
    public static let system: FieldKey = "system"
    /// What kind it is of, in the words of its fact.
    public static let kind: FieldKey = "kind"
    /// Whether it comes first now.
    public static let prioritised: FieldKey = "prioritised"
    /// The driver that something belongs to.
    public static let driver: FieldKey = "driver"
    /// The principle of MST that it follows.
    public static let principle: FieldKey = "principle"
    /// Any day of the week that it is for.
    public static let weekOf: FieldKey = "week-of"
    /// A service.
    public static let service: FieldKey = "service"
    /// Whether it is arranged.
    public static let arranged: FieldKey = "arranged"
}
