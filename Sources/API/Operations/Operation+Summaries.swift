import Accounts

extension Operation {
    private static let week = Parameter.path("week", .integer(1...2_000), "The week of treatment, from 1.")

    /// What is said to the summaries of weeks, and that they were discussed.
    static let ofSummaries: [Operation] = [
        .get(
            .showSummaryTalk, "/sites/{site}/episodes/{episode}/summaries/{week}", .showEpisode,
            "Shows what was said to the summary of a week, and whether it was discussed.", [site, episode, week],
            answering: .json(.named(.summaryTalk))),
        .post(
            .commentOnSummary, "/sites/{site}/episodes/{episode}/summaries/{week}/comments", .commentSummary,
            "Says something to a part of a summary that was handed in.", [site, episode, week], taking: .summaryComment,
            match: .none, answering: .done),
        .post(
            .discussSummary, "/sites/{site}/episodes/{episode}/summaries/{week}/discussions", .discussSummary,
            "Marks a summary as discussed: what is on record of its week is only corrected from then on.",
            [site, episode, week], taking: .summaryDiscussion, match: .none, answering: .done),
    ]
}
