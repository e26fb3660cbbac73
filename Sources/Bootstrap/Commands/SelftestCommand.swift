import ArgumentParser

/// `homeward selftest`.
struct SelftestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selftest",
        abstract: "Shows on this machine, with a database of its own, that what is promised holds.",
        discussion: Examples(
            "The database is made in a folder for short-lived files and dropped at the end; no home and no record is "
                + "touched.",
            .init("homeward selftest jobs", "Tries what the nights promise."),
            .init("homeward selftest jobs --clock-change", "Only the nights in which clocks change.")
        ).text,
        subcommands: [SelftestJobsCommand.self]
    )
}
