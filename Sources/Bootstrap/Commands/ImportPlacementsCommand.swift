import ArgumentParser

/// `homeward import placements`.
struct ImportPlacementsCommand: ImportListCommand {
    static let configuration = CommandConfiguration(
        commandName: "placements",
        abstract: "Imports a list of the places where children lived.",
        discussion: Examples(
            "A row is found again by child and first day. Spells are half-open: ended_on is the first day elsewhere. The "
                + "children must be on record: import the register first. Everything else is as with `homeward import "
                + "register`; --complete withdraws what earlier lists said of the same children and this one does not.",
            .init(
                "homeward import placements placements.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import placements placements.csv --site demo-north", "Imports the file.")
        ).text
    )

    static let importer = { @Sendable (bench: Workbench) in bench.placements }

    @OptionGroup var options: ImportFlags
    @OptionGroup var list: ListFlags
    @OptionGroup var general: GeneralOptions
}
