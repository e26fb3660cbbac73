import Glibc

/// Reads the files that the command line names.
enum InputFile {
    /// Makes sure that a file can be read, before anything is begun for it.
    static func check(_ name: String) throws(CommandFault) {
        var entry = stat()
        guard stat(name, &entry) == 0, access(name, R_OK) == 0 else { throw refused(name, errno) }
        // A pipe is not opened to try it: whoever writes to it would take that for the reading.
        if entry.st_mode & S_IFMT == S_IFDIR { throw refused(name, EISDIR) }
    }

    /// The bytes of a file.
    /// - Throws: status 66 when it is missing or no file, 77 when the account may not read it, 74 when reading fails.
    static func bytes(of name: String) throws(CommandFault) -> [UInt8] {
        try bytes(of: name, isOptional: false) ?? []
    }

    /// The bytes of a file; nil when it need not be there and is not.
    /// - Parameter isPrivate: refuses a file that others than its owner may read or change, with status 77.
    static func bytes(of name: String, isOptional: Bool, isPrivate: Bool = false) throws(CommandFault) -> [UInt8]? {
        let descriptor = open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let number = errno
            if isOptional, number == ENOENT || number == ENOTDIR { return nil }
            throw refused(name, number)
        }
        defer { close(descriptor) }
        if isPrivate { try checkPrivate(name, descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw refused(name, errno)
            }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private static func checkPrivate(_ name: String, _ descriptor: Int32) throws(CommandFault) {
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw refused(name, errno) }
        let isOurs = entry.st_uid == geteuid() || entry.st_uid == 0 || geteuid() == 0
        guard isOurs, entry.st_mode & 0o077 == 0 else {
            throw CommandFault(
                .noPermission,
                "\(name): others than its owner may read or change it; it holds a secret, so 'chmod 600' it")
        }
    }

    private static func refused(_ name: String, _ number: Int32) -> CommandFault {
        switch number {
        case ENOENT, ENOTDIR: CommandFault(.noInput, "\(name): there is no such file")
        case EISDIR: CommandFault(.noInput, "\(name): this is a folder; name a file")
        case EACCES, EPERM: CommandFault(.noPermission, "\(name): the account that runs this may not read it")
        default: CommandFault(.inputOutput, "\(name): it cannot be read: \(String(cString: strerror(number)))")
        }
    }
}
