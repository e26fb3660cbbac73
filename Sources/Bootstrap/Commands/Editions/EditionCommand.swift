import ArgumentParser

/// `homeward edition`.
struct EditionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "Freezes figures of the network for others to read, and keeps what was frozen.",
        discussion: Examples(
            "An edition is withheld and rounded by a profile, attacked together with the editions that the same people read, "
                + "and kept for ever; a correction is a new edition.",
            .init(
                "homeward edition freeze --from 2024-01-01 --to 2024-12-31 --profile dfe",
                "Freezes a year for everybody."),
            .init("homeward edition export 3 edition-3", "Writes it as CSV and as a page that prints.")
        ).text,
        subcommands: [
            EditionFreezeCommand.self, EditionListCommand.self, EditionShowCommand.self, EditionDiffCommand.self,
            EditionVerifyCommand.self, EditionExportCommand.self,
        ]
    )
}
