import ArgumentParser
import PrivateCluster

/// `homeward cluster start`.
struct ClusterStartCommand: HomewardCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Starts the cluster of a home; makes home, keys and cluster if they are missing.",
        discussion: Examples(
            "The server goes on running when the command has ended. A cluster that runs already is left running. A home "
                + "made with --simulated is for invented families, and stays so.",
            .init("homeward cluster start", "Starts the cluster under .homeward."),
            .init("homeward cluster start --home /srv/homeward", "Starts the cluster of another home.")
        ).text
    )

    @Flag(name: .long, help: "Make a home for invented families; a home that is there already must be one.")
    var simulated = false

    @OptionGroup var place: ClusterOptions
    @OptionGroup var general: GeneralOptions

    var flags: [SettingKey: String] { place.flags }

    func run(in invocation: Invocation) async throws {
        let cluster = try ClusterOptions.cluster(in: invocation)
        let running = try await HomePreparation.startCluster(cluster, simulated: simulated)
        invocation.console.say(
            "The cluster of \(running.home) runs (PostgreSQL \(running.majorVersion), process \(running.process))."
        )
    }
}
