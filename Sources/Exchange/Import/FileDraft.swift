import Glibc

/// A file that is written under another name first, so that nobody ever sees half of it.
///
/// Only its owner may read it: rows of a register are about families.
struct FileDraft {
    private let path: String
    private let draft: String

    /// Writes the bytes to disk under the draft's name.
    init(of path: String, bytes: [UInt8]) throws(FileFault) {
        self.path = path
        // Found out now: when the draft gets its name, what it belongs to is committed.
        var entry = stat()
        if stat(path, &entry) == 0, entry.st_mode & S_IFMT == S_IFDIR { throw FileFault(.write, path, EISDIR) }
        draft = "\(path).\(getpid()).draft"
        unlink(draft)
        let handle = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw FileFault(.write, path) }
        defer { close(handle) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
            if count < 0 {
                guard errno == EINTR else { throw failure() }
                continue
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(handle) == 0 else { throw failure() }
    }

    /// Gives the draft its own name; a file that had it is replaced.
    func publish() throws(FileFault) {
        guard rename(draft, path) == 0 else { throw failure() }
    }

    /// Removes the draft.
    func discard() {
        unlink(draft)
    }

    private func failure() -> FileFault {
        let fault = FileFault(.write, path)
        unlink(draft)
        return fault
    }
}
