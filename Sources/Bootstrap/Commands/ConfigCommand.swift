import ArgumentParser

/// `homeward config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Shows the settings and checks the settings file.",
        discussion: Examples(
            "Settings come from flags, then from the environment, then from the settings file, then from defaults.",
            .init("homeward config check", "Checks config/homeward.yaml and the environment."),
            .init("homeward config show --origin", "Shows every setting with the place that it comes from.")
        ).text,
        subcommands: [ConfigCheckCommand.self, ConfigShowCommand.self]
    )
}
