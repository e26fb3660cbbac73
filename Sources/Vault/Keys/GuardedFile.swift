import Glibc

/// Files that only their owner may reach: read with their mode checked, replaced in one step, destroyed with what they held.
enum GuardedFile {
    /// What tells one state of a file from another without reading it.
    struct Stamp: Hashable, Sendable {
        let inode: UInt
        let seconds: Int
        let nanoseconds: Int
        let size: Int

        init(_ entry: stat) {
            inode = UInt(entry.st_ino)
            seconds = entry.st_mtim.tv_sec
            nanoseconds = entry.st_mtim.tv_nsec
            size = Int(entry.st_size)
        }
    }

    /// The state of a file; nil when there is none.
    static func stamp(of path: String) -> Stamp? {
        var entry = stat()
        return stat(path, &entry) == 0 ? Stamp(entry) : nil
    }

    /// The bytes of a file; nil when there is none.
    /// - Throws: when it is no ordinary file of the mode, or belongs to somebody else.
    static func read(_ path: String, mode: mode_t) throws(VaultFault) -> (bytes: [UInt8], stamp: Stamp)? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw VaultFault(errno == ELOOP ? .keyMalformed : .fileSystem(errno), path: path)
        }
        defer { close(descriptor) }
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw VaultFault(.fileSystem(errno), path: path) }
        guard entry.st_mode & S_IFMT == S_IFREG else { throw VaultFault(.keyMalformed, path: path) }
        // Root may run the programme in the home of somebody else; the key is then that owner's.
        guard entry.st_uid == geteuid() || geteuid() == 0 else { throw VaultFault(.keyOwnedByAnother, path: path) }
        guard entry.st_mode & 0o7777 == mode else { throw VaultFault(.keyTooOpen, path: path) }
        return (try bytes(of: descriptor, count: Int(entry.st_size), path), Stamp(entry))
    }

    private static func bytes(of descriptor: Int32, count: Int, _ path: String) throws(VaultFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress?.advanced(by: done), count - done)
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw VaultFault(.fileSystem(errno), path: path) }
            if read == 0 { break }
            done += read
        }
        return Array(bytes.prefix(done))
    }

    /// Puts a finished file beside its place, to be linked or renamed into it.
    /// - Returns: the path of the draft.
    static func draft(_ bytes: [UInt8], for path: String, mode: mode_t) throws(VaultFault) -> String {
        let draft = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw VaultFault(.fileSystem(errno), path: draft) }
        defer { close(descriptor) }
        // The creation mask may have taken bits away; the mode is what reading asks for.
        guard write(bytes, to: descriptor), fchmod(descriptor, mode) == 0, giveToOwner(of: path, descriptor),
            fsync(descriptor) == 0
        else {
            let number = errno
            unlink(draft)
            throw VaultFault(.fileSystem(number), path: draft)
        }
        return draft
    }

    /// Replaces a file in one step, and destroys what the old one held.
    static func replace(_ path: String, with bytes: [UInt8], mode: mode_t, wipingOld: Bool) throws(VaultFault) {
        let draft = try draft(bytes, for: path, mode: mode)
        let old = wipingOld ? open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC) : -1
        defer { if old >= 0 { close(old) } }
        guard rename(draft, path) == 0 else {
            let number = errno
            unlink(draft)
            throw VaultFault(.fileSystem(number), path: path)
        }
        try synchronise(folderOf: path)
        if old >= 0 { try wipe(old, path) }
    }

    /// The end of the name of a file that is being destroyed.
    private static let going = ".going"

    /// Removes a file and overwrites what it held, so far as the disk does that in place. It loses its name first: whoever
    /// is killed in between leaves no key that others find half gone, but one that ``destroyLeftovers(in:)`` finds.
    static func destroy(_ path: String) throws(VaultFault) {
        let last = path.hasSuffix(going) ? path : path + going
        if last != path, rename(path, last) != 0 {
            if errno == ENOENT { return }
            throw VaultFault(.fileSystem(errno), path: path)
        }
        chmod(last, 0o600)
        let descriptor = open(last, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw VaultFault(.fileSystem(errno), path: last) }
        defer { close(descriptor) }
        try wipe(descriptor, last)
        guard unlink(last) == 0 else { throw VaultFault(.fileSystem(errno), path: last) }
        try synchronise(folderOf: last)
    }

    /// Destroys what somebody was killed over who destroyed it.
    static func destroyLeftovers(in folder: String) throws(VaultFault) {
        for name in names(in: folder) where name.hasSuffix(going) { try destroy("\(folder)/\(name)") }
    }

    private static func wipe(_ descriptor: Int32, _ path: String) throws(VaultFault) {
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw VaultFault(.fileSystem(errno), path: path) }
        let zeros = [UInt8](repeating: 0, count: Int(entry.st_size))
        guard write(zeros, to: descriptor), fsync(descriptor) == 0 else {
            throw VaultFault(.fileSystem(errno), path: path)
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            done += written
        }
        return true
    }

    /// Makes a folder for its owner alone, when it is missing.
    static func makeFolder(_ path: String) throws(VaultFault) {
        if mkdir(path, 0o700) == 0 {
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            defer { if descriptor >= 0 { close(descriptor) } }
            guard descriptor >= 0, giveToOwner(of: path, descriptor) else {
                throw VaultFault(.fileSystem(errno), path: path)
            }
        } else if errno != EEXIST {
            throw VaultFault(.fileSystem(errno), path: path)
        }
    }

    /// What root makes in the home of somebody else is that owner's.
    private static func giveToOwner(of path: String, _ descriptor: Int32) -> Bool {
        guard geteuid() == 0 else { return true }
        var entry = stat()
        return stat(folder(of: path), &entry) == 0 && fchown(descriptor, entry.st_uid, entry.st_gid) == 0
    }

    /// Makes the names in the folder of a file durable.
    static func synchronise(folderOf path: String) throws(VaultFault) {
        let folder = folder(of: path)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw VaultFault(.fileSystem(errno), path: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw VaultFault(.fileSystem(errno), path: folder) }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    /// The names in a folder, in order; none when it is not there.
    static func names(in folder: String) -> [String] {
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Refuses a folder that others may reach.
    /// - Parameter forbidden: the bits that it must not have.
    static func check(folder: String, forbidding forbidden: mode_t) throws(VaultFault) {
        var entry = stat()
        guard stat(folder, &entry) == 0 else {
            throw VaultFault(errno == ENOENT ? .keyMissing : .fileSystem(errno), path: folder)
        }
        guard entry.st_mode & S_IFMT == S_IFDIR, entry.st_mode & forbidden == 0 else {
            throw VaultFault(.keyTooOpen, path: folder)
        }
    }

    /// Holds a lock between processes around `body`.
    static func locked<Result>(
        _ path: String, _ body: () throws(VaultFault) -> Result
    ) throws(VaultFault) -> Result {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0, giveToOwner(of: path, descriptor) else {
            throw VaultFault(.fileSystem(errno), path: path)
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw VaultFault(.fileSystem(errno), path: path) }
        }
        return try body()
    }
}
