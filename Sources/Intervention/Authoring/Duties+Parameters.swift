/// The parameters that obligations and alerts depend on.
public enum Duties {
    /// The days of treatment after which a stay asks for attention, in the order in which they come.
    public struct StayMarks: Hashable, Sendable {
        /// When to plan the ending.
        public var prompt: Int
        /// When the supervisor reviews the stay.
        public var review: Int
        /// When the stay is longer than the programme aims at.
        public var long: Int
        /// When going on needs a written reason.
        public var tooLong: Int

        /// Four marks, in days from the first session.
        public init(prompt: Int, review: Int, long: Int, tooLong: Int) {
            self.prompt = prompt
            self.review = review
            self.long = long
            self.tooLong = tooLong
        }
    }

    /// The keys of the parameters that the usual obligations and alerts look at.
    static let keys: [ParameterKey] = [
        .endingPromptAfter, .stayReviewAfter, .stayLongAfter, .stayTooLongAfter, .contactGapMost, .interviewWindow,
        .followUpOpensBefore, .followUpClosesAfter,
    ]

    /// The parameters of the usual obligations and alerts.
    /// - Parameters:
    ///   - marks: the days after which a stay asks for attention.
    ///   - bounds: what a site may set each mark to.
    ///   - source: where the marks come from, with its mark.
    public static func parameters(
        _ marks: StayMarks, within bounds: ClosedRange<Int>, source: String
    ) -> [Parameter] {
        [
            .days(.endingPromptAfter, "Alert: plan the ending after", marks.prompt, within: bounds, source: source),
            .days(
                .stayReviewAfter, "Alert: supervisor reviews the stay after", marks.review, within: bounds,
                source: source),
            .days(.stayLongAfter, "Alert: longer than aimed at after", marks.long, within: bounds, source: source),
            .days(
                .stayTooLongAfter, "Alert: written reason needed after", marks.tooLong, within: bounds, source: source),
        ] + common
    }

    /// The parameters of the usual obligations and alerts that are the same in every model.
    public static let common: [Parameter] = [
        .days(
            .contactGapMost, "Alert: family not met for more than", 7, within: 3...14,
            source: "several contacts a week, slam.nhs.uk [V]; a week without one as the limit, and bounds [I]"
        ),
        .days(
            .interviewWindow, "Alert: adherence interview late after", 7, within: 3...21,
            source: "a window of seven days from the due day, and bounds [I]"
        ),
        .days(
            .followUpOpensBefore, "Follow-up: can be held before its day", 14, within: 0...42,
            source: "follow-ups at 6, 12 and 18 months, mstuk.org [V]; window and bounds [I]"
        ),
        .days(
            .followUpClosesAfter, "Follow-up: can be held after its day", 42, within: 14...90,
            source: "follow-ups at 6, 12 and 18 months, mstuk.org [V]; window and bounds [I]"
        ),
    ]
}

extension ParameterKey {
    /// Days of treatment after which to plan the ending.
    public static let endingPromptAfter: ParameterKey = "ending-prompt-after"
    /// Days of treatment after which the supervisor reviews the stay.
    public static let stayReviewAfter: ParameterKey = "stay-review-after"
    /// Days of treatment after which it is longer than aimed at.
    public static let stayLongAfter: ParameterKey = "stay-long-after"
    /// Days of treatment after which going on needs a written reason.
    public static let stayTooLongAfter: ParameterKey = "stay-too-long-after"
    /// Most days without meeting the family.
    public static let contactGapMost: ParameterKey = "contact-gap-most"
    /// Days after its due day from which an open adherence interview is late.
    public static let interviewWindow: ParameterKey = "interview-window"
    /// Days before its due day from which a follow-up can be held.
    public static let followUpOpensBefore: ParameterKey = "follow-up-opens-before"
    /// Days after its due day through which a follow-up can be held.
    public static let followUpClosesAfter: ParameterKey = "follow-up-closes-after"
}
