import ArgumentParser
import PrivateCluster

/// The flags of commands that are about the cluster of a home itself.
struct ClusterOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder that holds cluster, keys and state (setting home, HOMEWARD_HOME; default .homeward).",
            valueName: "folder"
        )
    )
    var home: String?

    /// The settings that these flags set.
    var flags: [SettingKey: String] { home.map { [.home: $0] } ?? [:] }

    /// The cluster that the settings mean.
    /// - Throws: status 78 when the settings name an existing server: its cluster is somebody else's.
    static func cluster(in invocation: Invocation) throws(CommandFault) -> PrivateCluster {
        if invocation.settings.database != nil {
            throw CommandFault(
                .configuration,
                "the setting database (\(invocation.settings[.database].origin)) names an existing server: start and "
                    + "stop it with its own tools, or take the setting away"
            )
        }
        return invocation.settings.cluster
    }
}

extension Settings {
    /// The cluster of the home.
    var cluster: PrivateCluster {
        PrivateCluster(
            home: home,
            settings: ClusterSettings(
                programsFolder: self[.clusterPrograms].value, patience: seconds(.clusterPatience)
            )
        )
    }
}
