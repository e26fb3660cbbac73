import ArgumentParser

/// `homeward import training`.
struct ImportTrainingCommand: ImportListCommand {
    static let configuration = CommandConfiguration(
        commandName: "training",
        abstract: "Imports a list of training that staff completed and of briefings given to partner agencies.",
        discussion: Examples(
            "A training is found again by team, kind, day and member of staff; a briefing by team, day, audience and ref. "
                + "Kinds are those that the team's model asks for (`homeward codes`), booster, other and briefing. "
                + "Staff are named by "
                + "their codes in the site's file. Everything else is as with `homeward import register`; --complete withdraws what earlier lists said of "
                + "the same teams and this one does not.",
            .init("homeward import training training.csv --site demo-north --dry-run", "Counts, and changes nothing."),
            .init("homeward import training training.csv --site demo-north", "Imports the file.")
        ).text
    )

    static let importer = { @Sendable (bench: Workbench) in bench.training }

    @OptionGroup var options: ImportFlags
    @OptionGroup var list: ListFlags
    @OptionGroup var general: GeneralOptions
}
