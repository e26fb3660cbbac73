import Glibc

/// The server that a cluster folder's `postmaster.pid` names, and whether it lives.
struct ServerProcess: Sendable, Hashable {
    /// How far the server has come, in its own word.
    enum Phase: Sendable, Hashable {
        case starting, ready, stopping
    }

    /// The server's process.
    let number: pid_t
    /// What the server itself wrote down last.
    let phase: Phase
    /// The folder of its socket; nil while it has not written that yet.
    let socketFolder: String?

    /// What the file says, whether or not that server still lives; nil when there is no such file.
    static func recorded(in cluster: String) throws(ClusterFault) -> ServerProcess? {
        guard let bytes = try HostFile.read("\(cluster)/postmaster.pid") else { return nil }
        return ServerProcess(pidFile: String(decoding: bytes, as: UTF8.self))
    }

    /// Reads the lines of `postmaster.pid`: number, folder, moment of start, port, socket folder, address, shared
    /// memory, status.
    init?(pidFile text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let number = pid_t(first), number > 0 else { return nil }
        self.number = number
        let folder = lines.count > 4 ? String(lines[4]) : ""
        socketFolder = folder.isEmpty ? nil : folder
        let word = lines.count > 7 ? lines[7].prefix { !$0.isWhitespace } : ""
        switch word {
        case "ready", "standby": phase = .ready
        case "stopping": phase = .stopping
        default: phase = .starting
        }
    }

    /// The server of a cluster, if it lives; nil when there is none or the file was left behind.
    static func living(in home: HomeFolder) throws(ClusterFault) -> ServerProcess? {
        guard let recorded = try recorded(in: home.cluster), recorded.lives(in: home) else { return nil }
        return recorded
    }

    /// Whether the process is there, is no zombie, and works in this home's cluster: a number alone proves nothing,
    /// since the system may have given it to another process.
    func lives(in home: HomeFolder) -> Bool {
        guard let status = try? HostFile.read("/proc/\(number)/stat") else { return false }
        let text = String(decoding: status, as: UTF8.self)
        // The state is the first word after the program's name, which stands in brackets and may hold anything.
        guard let bracket = text.lastIndex(of: ")"),
            let state = text[text.index(after: bracket)...].first(where: { !$0.isWhitespace }), state != "Z",
            state != "X"
        else { return false }
        let place = (home.realPath ?? home.path) + "/cluster"
        if let folder = Self.link("/proc/\(number)/cwd") { return folder == place }
        // Without the right to ask for the folder, the command line must do; it names the folder after `-D`.
        let words = (try? HostFile.read("/proc/\(number)/cmdline")).flatMap { $0 } ?? []
        return words.split(separator: 0).contains { String(decoding: $0, as: UTF8.self) == home.cluster }
    }

    /// Whether some process has this number, also a zombie.
    var isNumberTaken: Bool {
        kill(number, 0) == 0 || errno == EPERM
    }

    private static func link(_ path: String) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { storage in
            storage.withMemoryRebound(to: CChar.self) { part in
                part.baseAddress.map { readlink(path, $0, part.count) } ?? -1
            }
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
