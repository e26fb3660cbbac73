import Glibc

/// What the file system says about one path, without following a symbolic link at its end.
struct FileFacts: Sendable, Hashable {
    /// The kinds of file that matter here.
    enum Kind: Sendable, Hashable {
        case folder, file, socket, other
    }

    let kind: Kind
    /// The owner's numeric account.
    let owner: uid_t
    /// The group's numeric id.
    let group: gid_t
    /// The twelve permission bits.
    let mode: mode_t

    /// Reads the facts; nil when nothing is there or the way to it is closed.
    init?(path: String) {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return nil }
        switch entry.st_mode & S_IFMT {
        case S_IFDIR: kind = .folder
        case S_IFREG: kind = .file
        case S_IFSOCK: kind = .socket
        default: kind = .other
        }
        owner = entry.st_uid
        group = entry.st_gid
        mode = entry.st_mode & 0o7777
    }

    init(kind: Kind, owner: uid_t, group: gid_t, mode: mode_t) {
        self.kind = kind
        self.owner = owner
        self.group = group
        self.mode = mode
    }
}
