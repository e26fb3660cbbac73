import ArgumentParser

/// The flags of commands that work with a home and its database.
struct HomeOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The folder that holds cluster, keys and state (setting home, HOMEWARD_HOME; default .homeward).",
            valueName: "folder"
        )
    )
    var home: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "An existing PostgreSQL server to use instead of the home's cluster (setting database, HOMEWARD_DATABASE).",
            valueName: "conninfo"
        )
    )
    var database: String?

    /// The settings that these flags set.
    var flags: [SettingKey: String] {
        var flags: [SettingKey: String] = [:]
        flags[.home] = home
        flags[.database] = database
        return flags
    }
}
