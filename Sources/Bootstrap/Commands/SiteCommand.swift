import ArgumentParser

/// `homeward site`.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Checks and applies site files, and shows how sites are set up.",
        discussion: Examples(
            .init("homeward site apply config/sites/demo-north.yaml", "Makes a site, or brings it up to date."),
            .init("homeward site show demo-north --on 2026-03-02", "Shows how a site is set up on a day.")
        ).text,
        subcommands: [
            SiteCheckCommand.self, SiteDiffCommand.self, SiteApplyCommand.self, SiteListCommand.self,
            SiteShowCommand.self, SiteExportCommand.self,
        ]
    )
}
