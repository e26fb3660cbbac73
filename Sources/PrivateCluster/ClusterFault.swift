/// Why a private cluster or its home could not be created, started, stopped or reached.
///
/// `description` is one sentence that names the place and what to do about it. It is safe for anyone: places, accounts
/// and versions only. What the server's own programs printed stands in `debugDescription`.
package struct ClusterFault: Error, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What kind of trouble it is; the command line derives its exit status from it.
    package enum Category: Sendable, Hashable {
        /// The cluster does not run, or does not answer.
        case unavailable
        /// A folder or file could not be made: read-only or full disk, a file in the way.
        case cannotCreate
        /// The caller's account, or the server's, may not do it.
        case noPermission
        /// Something is there, but is not what it must be: a foreign folder, another major version, no server programs.
        case configuration
        /// There is no room on the disk.
        case diskFull
    }

    /// Which fault it is, for code that tells them apart.
    package enum Code: Sendable, Hashable, CaseIterable {
        case foreignHome, foreignCluster, damagedCluster, unknownFormat, notSimulated
        case wrongOwner, closedFolder, noServerAccount, noServerPrograms, wrongMajorVersion
        case fileRefused, programFailed, startFailed, stopFailed, notRunning, busy
    }

    /// What kind of trouble it is.
    package let category: Category
    /// Which fault it is.
    package let code: Code
    /// The file or folder it is about; an absolute path.
    package let place: String
    /// One sentence with the remedy; safe to show to anyone.
    package let description: String
    /// What the operating system or PostgreSQL's programs said; for the log. Empty when there is nothing to add.
    package let details: String

    /// The sentence and the details.
    package var debugDescription: String {
        details.isEmpty ? description : "\(description) [\(details)]"
    }

    init(_ code: Code, _ category: Category, place: String, _ description: String, details: String = "") {
        self.code = code
        self.category = category
        self.place = place
        self.description = description
        self.details = details
    }
}
