import PrivateCluster

/// The commands that mend a database that is away or not ready, with the home that the settings mean.
package struct Mending: Hashable, Sendable {
    private let home: String
    private let usesServer: Bool

    init(_ settings: Settings) {
        home = settings.home.path
        usesServer = settings.database != nil
    }

    /// The command that migrates the database.
    var migrate: String { "homeward migrate\(usesServer ? " --database CONNINFO" : "") --home \(home)" }

    /// What brings the server back.
    var start: String {
        usesServer
            ? "start the server that the setting database names, and run the command again"
            : "run `homeward cluster start --home \(home)`, and then the command again"
    }
}
