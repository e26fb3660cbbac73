import ArgumentParser

/// `homeward model`.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Lists, checks, shows and applies the models of treatment.",
        discussion: Examples(
            .init("homeward model list", "Lists the models of this program."),
            .init("homeward model show mst --format json", "Shows all that a model declares.")
        ).text,
        subcommands: [ModelListCommand.self, ModelCheckCommand.self, ModelShowCommand.self, ModelApplyCommand.self]
    )
}
