import ArgumentParser
import PrivateCluster
import Vault

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
        let marker = try cluster.home.create(simulated: simulated)
        if simulated, !marker.simulated {
            throw CommandFault(
                .configuration,
                "\(cluster.home) is a home for real families and stays one: choose another folder with --home"
            )
        }
        // Keys are made before there is anything to seal. New ones beside an old cluster would hide that the old ones,
        // and with them all that they sealed, are lost.
        if case .absent = try cluster.status() {
            _ = try HomeKeys.createdIfMissing(folder: cluster.home.keys)
        } else {
            _ = try HomeKeys(folder: cluster.home.keys)
        }
        let running = try await cluster.start()
        invocation.console.say(
            "The cluster of \(running.home) runs (PostgreSQL \(running.majorVersion), process \(running.process))."
        )
    }
}
