import ArgumentParser

/// `homeward import provision`.
struct ImportProvisionCommand: ImportListCommand {
    static let configuration = CommandConfiguration(
        commandName: "provision",
        abstract: "Imports a list of what social care provided for children.",
        discussion: Examples(
            "A row is found again by child, kind and first day. Spells are half-open: ended_on is the first day without it. "
                + "The children must be on record: import the register first. Everything else is as with `homeward import "
                + "register`; --complete withdraws what earlier lists said of the same children and this one does not.",
            .init(
                "homeward import provision provision.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import provision provision.csv --site demo-north", "Imports the file.")
        ).text
    )

    static let importer = { @Sendable (bench: Workbench) in bench.provision }

    @OptionGroup var options: ImportFlags
    @OptionGroup var list: ListFlags
    @OptionGroup var general: GeneralOptions
}
