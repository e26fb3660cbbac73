/// Writes libpq connection strings for a Unix socket.
package struct ConnectionInfo: Sendable, Hashable {
    /// The folder that holds the server's socket; absolute.
    package let socketFolder: String
    /// The database's name.
    package let database: String
    /// The database role's name.
    package let user: String

    /// Where to connect, to what, and as whom.
    package init(socketFolder: String, database: String, user: String) {
        self.socketFolder = socketFolder
        self.database = database
        self.user = user
    }

    /// The string that libpq reads: `host='...' dbname='...' user='...'`.
    package var text: String {
        "host=\(Self.quoted(socketFolder)) dbname=\(Self.quoted(database)) user=\(Self.quoted(user))"
    }

    private static func quoted(_ value: String) -> String {
        var text = "'"
        for character in value.unicodeScalars {
            if character == "'" || character == "\\" { text.append("\\") }
            text.unicodeScalars.append(character)
        }
        return text + "'"
    }
}
