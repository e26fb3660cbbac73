import ArgumentParser

/// `homeward jobs`.
struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Shows what was done in which night, and does, repeats or leaves out one by hand.",
        discussion: Examples(
            "Each job is done once for each site and local date: that is an occurrence, written SITE/JOB/DATE.",
            .init("homeward jobs list --failed", "What remains to be seen to."),
            .init(
                "homeward jobs show demo-north/obligations/2026-03-02",
                "All that is known of one: tries, changes, messages."
            )
        ).text,
        subcommands: [
            JobsListCommand.self, JobsShowCommand.self, JobsRunCommand.self, JobsRerunCommand.self,
            JobsSkipCommand.self, JobsWithdrawCommand.self,
        ]
    )
}
