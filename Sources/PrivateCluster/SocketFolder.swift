import Glibc

/// The short private folder in which a server's socket lies.
///
/// A socket's whole path may have 107 bytes, so it cannot lie under a home of any depth. It is under `/tmp` and not
/// under `XDG_RUNTIME_DIR`, because that one goes when its user logs out and the server stays.
enum SocketFolder {
    static let prefix = "/tmp/homeward-socket-"
    static let socketName = ".s.PGSQL.5432"

    /// The folder that the home's last server had, so that who was connected to that one finds the next at the same
    /// place; a new one when there was none, or when somebody else has the name now.
    static func again(
        _ state: ClusterState?, for account: HostAccount, homeOwner: FileOwner
    ) throws(ClusterFault) -> String {
        guard let path = state?.socketFolder, path.hasPrefix(prefix), !path.dropFirst(prefix.count).contains("/") else {
            return try make(for: account, homeOwner: homeOwner)
        }
        if mkdir(path, 0o700) == 0 { return try given(path, to: account, homeOwner: homeOwner) }
        guard let facts = FileFacts(path: path), facts.kind == .folder, facts.owner == account.number,
            facts.mode & 0o067 == 0
        else { return try make(for: account, homeOwner: homeOwner) }
        for name in [socketName, "\(socketName).lock"] { unlink("\(path)/\(name)") }
        return path
    }

    /// Makes a new folder that the server's account and the home's owner can enter, and nobody else but root.
    static func make(for account: HostAccount, homeOwner: FileOwner) throws(ClusterFault) -> String {
        var template = Array("\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .fileRefused("create the folder", "\(prefix)*", errno: errno) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return try given(path, to: account, homeOwner: homeOwner)
    }

    /// Gives a folder that was made by the caller to the server's account.
    private static func given(
        _ path: String, to account: HostAccount, homeOwner: FileOwner
    ) throws(ClusterFault) -> String {
        guard geteuid() == 0 else { return path }
        let shared = homeOwner.account != 0 && homeOwner.account != account.number
        let group = shared ? homeOwner.group : account.group
        guard chmod(path, shared ? 0o710 : 0o700) == 0, lchown(path, account.number, group) == 0 else {
            throw .fileRefused("give away", path, errno: errno)
        }
        return path
    }

    /// Removes a folder of a server that has ended. Anything that is not such a folder is left alone.
    static func remove(_ path: String) {
        guard path.hasPrefix(prefix), !path.dropFirst(prefix.count).contains("/"),
            FileFacts(path: path)?.kind == .folder
        else { return }
        for name in [socketName, "\(socketName).lock"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
