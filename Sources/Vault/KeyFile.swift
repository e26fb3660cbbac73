import Glibc

/// One key file: 32 bytes, 0400, in a folder that only its owner may change.
struct KeyFile {
    let folder: String
    let path: String

    init(folder: String, name: String) {
        self.folder = folder
        path = folder + "/" + name
    }

    /// Reads the key.
    func read() throws(VaultFault) -> MasterKey {
        try checkFolder()
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw VaultFault(KeyFile.code(opening: errno), path: path)
        }
        defer { close(descriptor) }
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw VaultFault(.fileSystem(errno), path: path) }
        guard entry.st_mode & S_IFMT == S_IFREG else { throw VaultFault(.keyMalformed, path: path) }
        // Root may run the programme in the home of somebody else; the key is then that owner's.
        guard entry.st_uid == geteuid() || geteuid() == 0 else { throw VaultFault(.keyOwnedByAnother, path: path) }
        guard entry.st_mode & 0o7777 == 0o400 else { throw VaultFault(.keyTooOpen, path: path) }
        var bytes = [UInt8](repeating: 0, count: MasterKey.byteCount + 1)
        let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw VaultFault(.fileSystem(errno), path: path) }
        guard let key = MasterKey(Array(bytes.prefix(count))) else { throw VaultFault(.keyMalformed, path: path) }
        return key
    }

    /// Makes the folder and the key when there is none. A second programme that does the same at the same time finds the
    /// first one's key: the finished file is put in its place in one step, or not at all.
    func create(_ bytes: [UInt8]) throws(VaultFault) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw VaultFault(.fileSystem(errno), path: folder) }
        try checkFolder()
        if access(path, F_OK) == 0 { return }
        let draft = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
        try write(bytes, to: draft)
        defer { unlink(draft) }
        if link(draft, path) != 0, errno != EEXIST { throw VaultFault(.fileSystem(errno), path: path) }
        try synchroniseFolder()
    }

    private func write(_ bytes: [UInt8], to draft: String) throws(VaultFault) {
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o400)
        guard descriptor >= 0 else { throw VaultFault(.fileSystem(errno), path: draft) }
        defer { close(descriptor) }
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        // The creation mask may have taken bits away; 0400 is what reading asks for.
        guard count == bytes.count, fchmod(descriptor, 0o400) == 0, fsync(descriptor) == 0 else {
            let number = errno
            unlink(draft)
            throw VaultFault(.fileSystem(number), path: draft)
        }
    }

    private static func code(opening number: Int32) -> VaultFault.Code {
        switch number {
        case ENOENT: .keyMissing
        case ELOOP: .keyMalformed
        default: .fileSystem(number)
        }
    }

    private func synchroniseFolder() throws(VaultFault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw VaultFault(.fileSystem(errno), path: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw VaultFault(.fileSystem(errno), path: folder) }
    }

    private func checkFolder() throws(VaultFault) {
        var entry = stat()
        guard stat(folder, &entry) == 0 else {
            throw VaultFault(errno == ENOENT ? .keyMissing : .fileSystem(errno), path: path)
        }
        guard entry.st_mode & S_IFMT == S_IFDIR, entry.st_mode & 0o022 == 0 else {
            throw VaultFault(.keyTooOpen, path: folder)
        }
    }
}
