import ArgumentParser
import PrivateCluster

/// `homeward cluster status`.
struct ClusterStatusCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says how the cluster of a home is.",
        discussion: Examples(
            "The first word is running, busy, stopped, absent or damaged. The status is 0 when it runs, 78 when it is "
                + "damaged, else 69.",
            .init("homeward cluster status", "Says how the cluster under .homeward is."),
            .init("homeward cluster status --quiet --home /srv/homeward", "For scripts.")
        ).text
    )

    @OptionGroup var place: ClusterOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let cluster = try ClusterOptions.cluster(in: invocation)
        let status = try cluster.status()
        switch status {
        case .running(let running):
            try invocation.console.result(
                "running: PostgreSQL \(running.majorVersion), process \(running.process), home \(running.home), "
                    + "socket \(running.socketFolder)"
            )
        case .damaged(let fault):
            try invocation.console.result("damaged: home \(cluster.home)")
            throw fault
        case .busy, .stopped, .absent:
            try invocation.console.result("\(status.word): home \(cluster.home)")
            _ = try cluster.running()
        }
    }
}
