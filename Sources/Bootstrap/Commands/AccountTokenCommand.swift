import ArgumentParser

/// `homeward account token`.
struct AccountTokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Makes, lists and takes back tokens of the API.",
        discussion: Examples(
            .init(
                "homeward account token create jt --site leeds --label nightly --action report.run --days 90",
                "Prints a token once."),
            .init("homeward account token list jt --site leeds", "Shows which there are.")
        ).text,
        subcommands: [
            AccountTokenCreateCommand.self, AccountTokenListCommand.self, AccountTokenRevokeCommand.self,
        ]
    )
}
