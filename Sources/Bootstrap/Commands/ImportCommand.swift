import ArgumentParser

/// `homeward import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes a site's files into the record.",
        discussion: Examples(
            .init("homeward import register register.csv --site demo-north", "Imports a register."),
            .init("homeward import register register.csv --site demo-north --dry-run", "Says what it would do.")
        ).text,
        subcommands: [
            ImportRegisterCommand.self, ImportInterviewsCommand.self, ImportPlacementsCommand.self,
            ImportProvisionCommand.self, ImportFollowUpsCommand.self, ImportTrainingCommand.self,
        ]
    )
}
