import Glibc

/// A file that nobody but its owner may read.
enum PrivateFile {
    /// The bytes of a file.
    /// - Throws: ``MailFault`` when it cannot be read, or when others may read or change it.
    static func bytes(of path: String) throws(MailFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, number: errno) }
        defer { close(descriptor) }
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw .unreadable(path, number: errno) }
        guard entry.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path, number: EISDIR) }
        guard entry.st_uid == geteuid() || entry.st_uid == 0 || geteuid() == 0, entry.st_mode & 0o077 == 0 else {
            throw .tooOpen(path)
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path, number: errno)
            }
            bytes += buffer[..<count]
        }
    }
}
