import ArgumentParser

/// `homeward import interviews`.
struct ImportInterviewsCommand: ImportListCommand {
    static let configuration = CommandConfiguration(
        commandName: "interviews",
        abstract: "Imports a list of adherence interviews, held and attempted.",
        discussion: Examples(
            "A row is found again by episode, instrument, day and respondent. The episodes must be on record: import the "
                + "register first. Everything else is as with `homeward import register`; --complete withdraws what earlier "
                + "lists said of the same episodes and this one does not.",
            .init(
                "homeward import interviews interviews.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import interviews interviews.csv --site demo-north", "Imports the file.")
        ).text
    )

    static let importer = { @Sendable (bench: Workbench) in bench.interviews }

    @OptionGroup var options: ImportFlags
    @OptionGroup var list: ListFlags
    @OptionGroup var general: GeneralOptions
}
