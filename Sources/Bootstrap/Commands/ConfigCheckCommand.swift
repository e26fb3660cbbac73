import ArgumentParser

/// `homeward config check`. The check itself is the one that every command begins with.
struct ConfigCheckCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks the settings file and the environment; status 78 when something is wrong.",
        discussion: Examples(
            "Every command begins with this check. A setting that does not exist is an error that names the nearest one.",
            .init("homeward config check", "Checks config/homeward.yaml."),
            .init("homeward config check --config /etc/homeward/config.yaml", "Checks another file.")
        ).text
    )

    @OptionGroup var general: GeneralOptions

    func run(in invocation: Invocation) async throws {
        let file = invocation.settingsFile ?? "no settings file"
        invocation.console.say("\(file): nothing is wrong with the settings.")
    }
}
