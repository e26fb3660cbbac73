import Glibc
package import Intervention

/// The seals of one stream outside its database: `SITE.log` in the folder of seals, `_network.log` for the network's, one seal
/// a line, the first in the first line. It only grows.
package final class SealFile: Sendable {
    /// Where it is.
    package let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// Opens the file for reading; nil when there is none.
    /// - Parameter site: nil for the network.
    package static func open(_ site: SiteCode?, in folder: String) throws(SealFault) -> SealFile? {
        try open(path(of: site, in: folder), O_RDONLY)
    }

    /// Opens the file for sealing, and makes it where it is missing. Nobody else seals while it is held.
    /// - Parameter site: nil for the network.
    /// - Returns: nil when somebody else holds it.
    package static func claim(_ site: SiteCode?, in folder: String) throws(SealFault) -> SealFile? {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw .fileSystem(path: folder, number: errno) }
        guard let file = try open(path(of: site, in: folder), O_RDWR | O_CREAT) else { return nil }
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 else { return file }
        if errno == EWOULDBLOCK { return nil }
        throw .fileSystem(path: file.path, number: errno)
    }

    /// No site's code begins with an underscore.
    private static func path(of site: SiteCode?, in folder: String) -> String {
        "\(folder)/\(site?.text ?? "_network").log"
    }

    private static func open(_ path: String, _ flags: Int32) throws(SealFault) -> SealFile? {
        let descriptor = Glibc.open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .fileSystem(path: path, number: errno)
        }
        let file = SealFile(path: path, descriptor: descriptor)
        var entry = stat()
        guard fstat(descriptor, &entry) == 0 else { throw .fileSystem(path: path, number: errno) }
        guard entry.st_mode & S_IFMT == S_IFREG, entry.st_mode & 0o077 == 0 else { throw .tooOpen(path: path) }
        return file
    }

    /// The last seal, after which others can be appended; nil while there is none. What was half written when a machine
    /// stopped is cut off: the database still has it.
    func last() throws(SealFault) -> Seal? {
        var reader = reader()
        var last: Seal?
        var end = 0
        while let line = try reader.next() {
            last = line.seal
            end = line.end
            guard last?.number == Int64(line.number) else { throw .unreadableLine(path: path, line: line.number) }
        }
        guard ftruncate(descriptor, end) == 0, lseek(descriptor, end, SEEK_SET) == end else {
            throw .fileSystem(path: path, number: errno)
        }
        return last
    }

    /// Appends seals after ``last()`` was asked for; they are on the disk when it returns.
    func append(_ seals: [Seal]) throws(SealFault) {
        var rest = Array(seals.map(SealLine.text).joined().utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .fileSystem(path: path, number: errno) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw .fileSystem(path: path, number: errno) }
    }

    /// What reads the file from its beginning.
    func reader() -> Reader { Reader(file: self) }

    /// Reads line after line, however long the file is.
    struct Reader {
        /// A line that has an end.
        struct Line {
            /// Its number, from 1: the number of its seal.
            let number: Int
            /// The seal; nil when the line is none.
            let seal: Seal?
            /// Where the next line begins.
            let end: Int
        }

        fileprivate let file: SealFile
        private var buffer: [UInt8] = []
        private var start = 0
        private var offset = 0
        private var number = 0

        fileprivate init(file: SealFile) { self.file = file }

        /// The next line; nil at the end, or when what is left has no end.
        mutating func next() throws(SealFault) -> Line? {
            var searched = start
            while true {
                if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                    let line = buffer[start..<end]
                    number += 1
                    offset += line.count + 1
                    start = end + 1
                    return Line(number: number, seal: SealLine.seal(in: line), end: offset)
                }
                buffer.removeFirst(start)
                (start, searched) = (0, buffer.count)
                guard try fill() else { return nil }
            }
        }

        private mutating func fill() throws(SealFault) -> Bool {
            var chunk = [UInt8](repeating: 0, count: 1 << 18)
            while true {
                let count = pread(file.descriptor, &chunk, chunk.count, offset + buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw .fileSystem(path: file.path, number: errno) }
                buffer += chunk[..<count]
                return count > 0
            }
        }
    }
}
