import Glibc

/// A folder that nobody but its owner can enter, made for one pack.
struct PackFolder {
    /// Where it is.
    let path: String

    /// Makes the folder; one that is there already is refused, so that no pack is mixed with another.
    /// - Throws: status 73 when it cannot be made.
    init(making path: String) throws(CommandFault) {
        self.path = path
        guard mkdir(path, 0o700) == 0 else {
            let number = errno
            let why = number == EEXIST ? "it is there already; name a new folder" : String(cString: strerror(number))
            throw CommandFault(.cannotCreate, "\(path): \(why)")
        }
    }

    /// Writes a file that nobody but its owner can read.
    /// - Throws: status 73 or 74.
    func write(_ text: String, to name: String) throws(CommandFault) {
        let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw CommandFault(.cannotCreate, "\(path)/\(name): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw CommandFault(.inputOutput, "\(path)/\(name): \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else {
            throw CommandFault(.inputOutput, "\(path)/\(name): \(String(cString: strerror(errno)))")
        }
    }
}
