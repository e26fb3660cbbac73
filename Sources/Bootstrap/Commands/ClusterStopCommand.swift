import ArgumentParser
import PrivateCluster

/// `homeward cluster stop`.
struct ClusterStopCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stops the cluster of a home.",
        discussion: Examples(
            "Work in progress is rolled back. A cluster that does not run is left as it is, with status 0.",
            .init("homeward cluster stop", "Stops the cluster under .homeward."),
            .init("homeward cluster stop --home /srv/homeward", "Stops the cluster of another home.")
        ).text
    )

    @OptionGroup var place: ClusterOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let cluster = try ClusterOptions.cluster(in: invocation)
        try await cluster.stop()
        invocation.console.say("The cluster of \(cluster.home) does not run.")
    }
}
