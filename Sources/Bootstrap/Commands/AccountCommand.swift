import ArgumentParser

/// `homeward account`.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Keeps accounts: who may sign in, with which roles, and what opens them.",
        discussion: Examples(
            "An account has a code, never a name. Its roles hold between two days, at a site, in a team or in the network. "
                + "Every change enters the access log.",
            .init("homeward account create admin --site leeds --role administrator", "Makes the first administrator."),
            .init("homeward account list --site leeds", "Shows who has which roles.")
        ).text,
        subcommands: [
            AccountCreateCommand.self, AccountListCommand.self, AccountShowCommand.self, AccountGrantCommand.self,
            AccountRevokeCommand.self, AccountCoverCommand.self, AccountBarCommand.self, AccountUnbarCommand.self,
            AccountRelativeCommand.self,
            AccountDisableCommand.self, AccountEnableCommand.self, AccountSessionsCommand.self,
            AccountEndSessionsCommand.self, AccountLinkCommand.self, AccountPasswordCommand.self,
            AccountTokenCommand.self,
        ]
    )
}
