import ArgumentParser

/// `homeward site`.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Applies site files and lists sites.",
        discussion: Examples(
            .init("homeward site apply config/sites/demo-north.yaml", "Makes a site, or brings it up to date."),
            .init("homeward site list", "Lists the sites with their teams.")
        ).text,
        subcommands: [SiteApplyCommand.self, SiteListCommand.self]
    )
}
