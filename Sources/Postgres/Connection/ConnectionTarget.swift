/// Where a database is: a libpq connection string, which may hold a password and is therefore never printed.
package struct ConnectionTarget: Sendable, Hashable {
    /// The string, for libpq alone.
    let conninfo: String

    /// Takes a connection string in either of libpq's forms, `host=... dbname=...` or `postgresql://...`.
    package init(conninfo: String) {
        self.conninfo = conninfo
    }
}

extension ConnectionTarget: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a database (connection string withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
