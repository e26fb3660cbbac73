import ArgumentParser

/// `homeward import follow-ups`.
struct ImportFollowUpsCommand: ImportListCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-ups",
        abstract: "Imports a list of follow-ups 6, 12 and 18 months after closing, held and attempted.",
        discussion: Examples(
            "A row is found again by episode, month and day. The episodes must be on record and closed: import the register "
                + "first. Everything else is as with `homeward import register`; --complete withdraws what earlier lists "
                + "said of the same episodes and this one does not.",
            .init(
                "homeward import follow-ups follow-ups.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import follow-ups follow-ups.csv --site demo-north", "Imports the file.")
        ).text
    )

    static let importer = { @Sendable (bench: Workbench) in bench.followUps }

    @OptionGroup var options: ImportFlags
    @OptionGroup var list: ListFlags
    @OptionGroup var general: GeneralOptions
}
