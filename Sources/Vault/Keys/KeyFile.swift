import Glibc

/// One key file: 32 bytes, 0400, in a folder that only its owner may change.
struct KeyFile {
    static let mode: mode_t = 0o400

    let folder: String
    let path: String

    init(folder: String, name: String) {
        self.folder = folder
        path = folder + "/" + name
    }

    var isThere: Bool { access(path, F_OK) == 0 }

    /// Reads the key.
    func read() throws(VaultFault) -> MasterKey {
        if access(folder, F_OK) != 0, errno == ENOENT { throw VaultFault(.keyMissing, path: path) }
        try GuardedFile.check(folder: folder, forbidding: 0o022)
        guard let file = try GuardedFile.read(path, mode: KeyFile.mode) else {
            throw VaultFault(.keyMissing, path: path)
        }
        guard let key = MasterKey(file.bytes) else { throw VaultFault(.keyMalformed, path: path) }
        return key
    }

    /// Makes the folder and the key when there is none. A second programme that does the same at the same time finds the
    /// first one's key: the finished file is put in its place in one step, or not at all.
    func create(_ bytes: [UInt8]) throws(VaultFault) {
        try GuardedFile.makeFolder(folder)
        try GuardedFile.check(folder: folder, forbidding: 0o022)
        if isThere { return }
        let draft = try GuardedFile.draft(bytes, for: path, mode: KeyFile.mode)
        defer { unlink(draft) }
        if link(draft, path) != 0, errno != EEXIST { throw VaultFault(.fileSystem(errno), path: path) }
        try GuardedFile.synchronise(folderOf: path)
    }

    /// Puts another key in the place of the one there, in one step.
    func replace(with bytes: [UInt8]) throws(VaultFault) {
        try GuardedFile.replace(path, with: bytes, mode: KeyFile.mode, wipingOld: false)
    }
}
