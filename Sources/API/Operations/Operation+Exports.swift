import Accounts

extension Operation {
    /// What is taken away in one go, as lines.
    static let exports: [Operation] = [
        lines(
            .exportEpisodes, "episodes",
            "Gives every episode of a site that the asker reaches, as lines; the last says how many there were."),
        lines(
            .exportInterviews, "interviews",
            "Gives every adherence interview of these episodes, as lines, to those who may see scores."),
        lines(
            .exportEvents, "events",
            "Gives every event of these episodes and of their children, as lines, to those who may see scores."),
        lines(
            .exportFacts, "facts",
            "Gives what reports count, as it is known now, as lines, to those who may see the whole site."),
    ]

    private static func lines(_ id: OperationID, _ name: String, _ summary: String) -> Operation {
        .get(
            id, "/export/\(name)", .showEpisode, summary,
            [
                .query("site", .code, "The code of the site.", isRequired: true),
                .query("format", .word(["ndjson", "csv"]), "`ndjson` if not given."),
            ], answering: .other("application/x-ndjson"), .other("text/csv; charset=utf-8"))
    }
}
