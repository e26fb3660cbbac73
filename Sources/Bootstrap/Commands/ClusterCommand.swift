import ArgumentParser

/// `homeward cluster`.
struct ClusterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cluster",
        abstract: "Makes, starts and stops the PostgreSQL under a home.",
        discussion: Examples(
            .init("homeward cluster start", "Makes it if needed, and returns when it accepts connections."),
            .init("homeward cluster status --home /srv/homeward", "Says how it is; status 0 when it runs, else 69.")
        ).text,
        subcommands: [ClusterStartCommand.self, ClusterStopCommand.self, ClusterStatusCommand.self]
    )
}
