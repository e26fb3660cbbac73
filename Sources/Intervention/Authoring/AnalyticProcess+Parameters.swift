extension AnalyticProcess {
    /// The parameters of the weekly summary and of what comes before a closing.
    public static let parameters: [Parameter] = [
        .days(
            .summaryFirstAfter, "Weekly summary: first due after the first session", 7, within: 5...10,
            source: "clinical.md 4.3: weekly [G]; due the day after the week, and bounds [I]"
        ),
        .days(
            .summaryEvery, "Weekly summary: due again after", 7, within: 7...14,
            source: "clinical.md 4.3: weekly [G]; bounds [I]"
        ),
        .days(
            .summaryGrace, "Weekly summary: can be handed in late for", 3, within: 0...6,
            source: "clinical.md 4.3: late if not there by the team's deadline; the days, and bounds [I]"
        ),
        .choice(
            .sustainabilityPlan, "Closing: a sustainability plan before 'completed' is", "advised",
            of: ["advised", required],
            source: "clinical.md 4.4: required, configurable [G]; advised, for what is imported without one [I]"
        ),
    ]

    /// The choice under which an episode is not closed as completed without a sustainability plan.
    static let required = "required"
}

extension ParameterKey {
    /// Days from the first session to the day that the first weekly summary is due.
    public static let summaryFirstAfter: ParameterKey = "summary-first-after"
    /// Days from one due day of the weekly summary to the next.
    public static let summaryEvery: ParameterKey = "summary-every"
    /// Days after its due day through which a weekly summary still counts for its week.
    public static let summaryGrace: ParameterKey = "summary-grace"
    /// Whether an episode can be closed as completed without a sustainability plan.
    public static let sustainabilityPlan: ParameterKey = "sustainability-plan"
}
