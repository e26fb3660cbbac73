import ArgumentParser

/// `homeward selftest`.
struct SelftestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selftest",
        abstract: "Shows on this machine that what is promised holds.",
        discussion: Examples(
            "A database that is needed is made in a folder for short-lived files and dropped at the end; no home and no "
                + "record is touched.",
            .init("homeward selftest jobs --clock-change", "Only the nights in which clocks change."),
            .init("homeward selftest stats", "Works out every reference value of the statistics.")
        ).text,
        subcommands: [SelftestJobsCommand.self, SelftestStatsCommand.self]
    )
}
