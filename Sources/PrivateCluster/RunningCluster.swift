/// A private cluster that accepts connections.
package struct RunningCluster: Sendable, Hashable {
    /// The database that holds the record.
    package static let databaseName = "homeward"

    /// The home it belongs to.
    package let home: HomeFolder
    /// The server's process.
    package let process: Int32
    /// The major version of the cluster's files.
    package let majorVersion: Int
    /// The folder of the server's socket.
    package let socketFolder: String

    /// The libpq connection string of a role, in the database `homeward`.
    package func connectInfo(role: ConnectionRole) -> String {
        ConnectionInfo(socketFolder: socketFolder, database: Self.databaseName, user: role.name).text
    }
}
