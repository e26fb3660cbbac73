/// What the adherence interviews of the MST models share: the parameters of schedule, scoring and threshold.
public enum AdherenceInterviews {
    /// When interviews are due, by the parameters that ``parameters(threshold:thresholdSource:scheduleSource:)`` makes.
    public static let schedule = InterviewSchedule(firstAfter: .interviewFirstAfter, every: .interviewEvery)

    /// The parameters that every adherence interview depends on.
    /// - Parameters:
    ///   - hundredths: the threshold for a family's mean, in hundredths of a score; nil for that of the TAM-R, 0.61.
    ///   - thresholdSource: where the threshold comes from, with its mark.
    ///   - scheduleSource: where "monthly" comes from, with its mark.
    public static func parameters(
        threshold hundredths: Int? = nil, thresholdSource: String = tamRThresholdSource,
        scheduleSource: String = tamRScheduleSource
    ) -> [Parameter] {
        [
            .score(
                .adherenceThreshold, "Adherence: threshold for a family's mean", hundredths: hundredths ?? 61,
                within: 50...80, source: thresholdSource
            ),
            .comparison(
                .adherenceThresholdOperator, "Adherence: comparison with the threshold", .atLeast,
                source: "clinical.md 5.1: which of the two is meant is unverified, so a setting; '>=' [I]"
            ),
            .days(
                .interviewFirstAfter, "Adherence interview: first due after the first session", 7, within: 7...14,
                source: "clinical.md 5.1: in the second week of treatment [G]; bounds [I]"
            ),
            .days(
                .interviewEvery, "Adherence interview: due again after", 28, within: 14...35, source: scheduleSource
            ),
            .share(
                .itemsLeastAnswered, "Adherence interview: least share of items answered", percent: 80,
                within: 50...100, source: "clinical.md 5.1: no minimum is public; value and bounds [I]"
            ),
            .days(
                .interviewExpectedFrom, "Adherence interview: expected from a stay of", 14, within: 7...35,
                source: "clinical.md 5.1: first due day and its window of seven days [I]"
            ),
        ]
    }

    /// The source of the threshold 0.61.
    public static let tamRThresholdSource = "clinical.md 5.1: csi-online.org, MST Outcomes [V]; bounds [I]"

    /// The source of the interval of 28 days.
    public static let tamRScheduleSource =
        "clinical.md 5.1: monthly, Lange thesis and mstcan.com [V]; 28 days [G]; bounds [I]"
}

extension ParameterKey {
    /// Days from the first session to the first day that an adherence interview is due.
    public static let interviewFirstAfter: ParameterKey = "interview-first-after"
    /// Days from one due day of the adherence interview to the next.
    public static let interviewEvery: ParameterKey = "interview-every"
    /// The least share of an interview's items that must be answered for a score.
    public static let itemsLeastAnswered: ParameterKey = "items-least-answered"
}
