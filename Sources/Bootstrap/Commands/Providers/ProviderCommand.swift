import ArgumentParser

/// `homeward provider`.
struct ProviderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider",
        abstract: "Keeps the identity providers that a site's people may sign in with (OpenID Connect).",
        discussion: Examples(
            "A provider says who somebody is; which account that is, and what it may do, is kept here. It opens accounts "
                + "that have roles at its own site and nowhere else.",
            .init(
                "homeward provider add north-trust --site north --issuer https://id.example.org --client-id homeward",
                "Makes a provider known."),
            .init("homeward provider link jt-north --provider north-trust --site north", "Links an account to it.")
        ).text,
        subcommands: [
            ProviderListCommand.self, ProviderAddCommand.self, ProviderRemoveCommand.self, ProviderLinkCommand.self,
            ProviderUnlinkCommand.self,
        ]
    )
}
