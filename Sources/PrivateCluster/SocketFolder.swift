import Glibc

/// The short private folder in which a server's socket lies.
///
/// A socket's whole path may have 107 bytes, so it cannot lie under a home of any depth. It is under `/tmp` and not
/// under `XDG_RUNTIME_DIR`, because that one goes when its user logs out and the server stays.
enum SocketFolder {
    static let prefix = "/tmp/homeward-socket-"
    static let socketName = ".s.PGSQL.5432"

    /// Makes a new folder that the server's account and the home's owner can enter, and nobody else but root.
    static func make(for account: HostAccount, homeOwner: FileOwner) throws(ClusterFault) -> String {
        var template = Array("\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .fileRefused("create the folder", "\(prefix)*", errno: errno) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard geteuid() == 0 else { return path }
        let shared = homeOwner.account != 0 && homeOwner.account != account.number
        let group = shared ? homeOwner.group : account.group
        guard chmod(path, shared ? 0o710 : 0o700) == 0, lchown(path, account.number, group) == 0 else {
            throw .fileRefused("give away", path, errno: errno)
        }
        return path
    }

    /// Whether a folder is one that a server of `account` may still be using.
    static func isUsable(_ path: String, by account: HostAccount) -> Bool {
        guard let facts = FileFacts(path: path) else { return false }
        return path.hasPrefix(prefix) && facts.kind == .folder && facts.owner == account.number
            && FileFacts(path: "\(path)/\(socketName)")?.kind == .socket
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
