import FoundationEssentials
import Glibc

/// Files and folders of the machine, with permissions and owners stated and with errors that name the place.
enum HostFile {
    /// The bytes of a small file; nil when there is none.
    static func read(_ path: String) throws(ClusterFault) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .fileRefused("read", path, errno: errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .fileRefused("read", path, errno: errno)
            }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Writes a whole file or nothing: a new file beside it, synced, then renamed over it. A symbolic link at `path` is
    /// replaced, not followed, because the folder may belong to another account than the one that writes.
    static func write(
        _ bytes: [UInt8], to path: String, mode: mode_t, owner: FileOwner? = nil
    ) throws(ClusterFault) {
        let draft = path + ".draft-\(UInt64.random(in: .min ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw .fileRefused("create", draft, errno: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let number = errno
                unlink(draft)
                throw .fileRefused("write", path, errno: number)
            }
            written += count
        }
        if let owner, geteuid() == 0, fchown(descriptor, owner.account, owner.group) != 0 {
            throw .fileRefused("give away", draft, errno: errno)
        }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0, rename(draft, path) == 0 else {
            let number = errno
            unlink(draft)
            throw .fileRefused("write", path, errno: number)
        }
        try syncFolder(holding: path)
    }

    /// Makes a folder; one that is already there is left as it is.
    static func makeFolder(_ path: String, mode: mode_t, owner: FileOwner? = nil) throws(ClusterFault) {
        guard mkdir(path, mode) == 0 else {
            if errno == EEXIST, FileFacts(path: path)?.kind == .folder { return }
            throw .fileRefused("create the folder", path, errno: errno)
        }
        // mkdir's mode passes through the umask; chmod's does not.
        guard chmod(path, mode) == 0 else { throw .fileRefused("set the permissions of", path, errno: errno) }
        guard let owner, geteuid() == 0 else { return }
        guard lchown(path, owner.account, owner.group) == 0 else {
            throw .fileRefused("give away", path, errno: errno)
        }
    }

    /// The names in a folder, sorted; empty when the folder is not there.
    static func names(in folder: String) throws(ClusterFault) -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT { return [] }
            throw .fileRefused("list", folder, errno: errno)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a folder and everything in it, following no link. Nothing there is no fault.
    static func removeTree(_ path: String) throws(ClusterFault) {
        guard FileFacts(path: path) != nil else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw ClusterFault(
                .fileRefused, .noPermission, place: path,
                "cannot remove \(path): remove it by hand, as the account that owns it or as root",
                details: String(describing: error))
        }
    }

    /// Makes a rename or creation in the folder that holds `path` last through a power cut.
    static func syncFolder(holding path: String) throws(ClusterFault) {
        let folder = parent(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileRefused("open", folder, errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .fileRefused("sync", folder, errno: errno) }
    }

    /// The folder that holds an absolute path; `/` holds itself.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
