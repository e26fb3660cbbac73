import Glibc
import PrivateCluster

/// The folder under `/tmp` that holds everything this test process makes, and the watcher that removes it.
///
/// The process holds a lock in it for as long as it lives, so that a later run can tell a folder left behind from one
/// in use.
struct ScratchFolder: Sendable {
    static let prefix = "homeward-scratch-"
    static let lockName = "alive"

    /// The folder; others may walk through it, none may list it.
    let path: String

    /// Made once in each process, when first asked for.
    static let current = Result { () throws(ScratchFault) in try ScratchFolder() }

    private init() throws(ScratchFault) {
        var template = Array("/tmp/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw ScratchFault("cannot make a folder under /tmp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard chmod(path, 0o711) == 0 else { throw ScratchFault("cannot open \(path) to the server's account") }
        // Locked before it has its name: whoever sees the file sees it locked. The descriptor is kept open until the
        // end.
        let descriptor = open("\(path)/\(Self.lockName).new", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0,
            rename("\(path)/\(Self.lockName).new", "\(path)/\(Self.lockName)") == 0
        else { throw ScratchFault("cannot lock \(path)") }
        try ScratchWatcher.start(over: path)
    }

    /// Folders of processes that are gone.
    static func leftBehind() -> [String] {
        guard let stream = opendir("/tmp") else { return [] }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(prefix), isMine("/tmp/\(name)") else { continue }
            if isLeftBehind("/tmp/\(name)", process: name.dropFirst(prefix.count).prefix { $0 != "-" }) {
                found.append("/tmp/\(name)")
            }
        }
        return found
    }

    private static func isMine(_ path: String) -> Bool {
        var entry = stat()
        return lstat(path, &entry) == 0 && entry.st_mode & S_IFMT == S_IFDIR && entry.st_uid == geteuid()
    }

    private static func isLeftBehind(_ folder: String, process: Substring) -> Bool {
        let descriptor = open("\(folder)/\(lockName)", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard let number = pid_t(process) else { return false }
            return kill(number, 0) != 0 && errno == ESRCH
        }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
}
