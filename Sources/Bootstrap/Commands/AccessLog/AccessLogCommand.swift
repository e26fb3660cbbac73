import ArgumentParser

/// `homeward access-log`.
struct AccessLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access-log",
        abstract: "Shows who looked at what, for whom and why, and takes it out of the site.",
        discussion: Examples(
            "Every look at something identifiable is there, allowed or refused; reading it is a look itself.",
            .init("homeward access-log show --site demo-north --episode N-0001", "Who looked at one episode."),
            .init("homeward access-log export --site demo-north --from 2026-03-01", "For a spreadsheet.")
        ).text,
        subcommands: [
            AccessLogShowCommand.self, AccessLogExportCommand.self, AccessLogAlertsCommand.self,
            AccessLogNetworkCommand.self,
        ]
    )
}
