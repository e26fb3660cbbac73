import PrivateCluster

/// A database lent to one test.
package struct ScratchDatabase: Sendable, Hashable {
    /// Its name in the scratch cluster.
    package let name: String
    /// The folder of the server's socket.
    package let socketFolder: String

    /// The connection string of one of the program's roles. In an empty database only the administrator exists.
    package func conninfo(_ role: ConnectionRole = .administrator) -> String {
        conninfo(user: role.name)
    }

    /// The connection string of any role that the test made; the scratch server asks nobody for a password.
    package func conninfo(user: String) -> String {
        ConnectionInfo(socketFolder: socketFolder, database: name, user: user).text
    }
}
