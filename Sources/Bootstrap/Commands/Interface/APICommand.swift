import ArgumentParser

/// `homeward api`.
struct APICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Tries an installation's API as a client meets it.",
        discussion: Examples(
            "No home and no database is needed: the installation is asked over the network.",
            .init("homeward api check https://homeward.example.org --token-file token", "Reads, and writes nothing."),
            .init("homeward api check http://127.0.0.1:8080 --token-file token --quiet", "Says what does not hold.")
        ).text,
        subcommands: [APICheckCommand.self]
    )
}
