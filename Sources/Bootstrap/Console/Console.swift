import Glibc

/// Where a command writes: results on standard output, everything else on standard error.
struct Console: Sendable {
    /// Whether talk that is no problem is left out.
    let isQuiet: Bool
    /// Whether progress may be shown: standard error is a terminal that can go back in its line.
    let showsProgress: Bool

    /// The process's own standard output and error.
    /// - Parameter environment: `NO_COLOR` and `TERM=dumb` ask for plain text; nothing is ever coloured.
    init(isQuiet: Bool, environment: [String: String]) {
        self.isQuiet = isQuiet
        let isPlain = environment["TERM"] == "dumb" || environment["NO_COLOR"]?.isEmpty == false
        showsProgress = !isQuiet && !isPlain && isatty(STDERR_FILENO) == 1
    }

    /// Writes a line of results.
    /// - Throws: status 74 when standard output cannot be written, so that a cut table is never taken for a whole one.
    func result(_ line: String, terminator: String = "\n") throws(CommandFault) {
        try Console.write(Array((line + terminator).utf8), to: STDOUT_FILENO)
    }

    /// Writes results as they are.
    func result(bytes: [UInt8]) throws(CommandFault) {
        try Console.write(bytes, to: STDOUT_FILENO)
    }

    /// Says something for people; not when they asked for quiet.
    func say(_ line: String) {
        guard !isQuiet else { return }
        problem(line)
    }

    /// Says what is wrong, quiet or not. What cannot be written to standard error has nowhere else to go.
    func problem(_ line: String) {
        try? Console.write(Array((line + "\n").utf8), to: STDERR_FILENO)
    }

    /// Shows how far a command is, over what it showed before.
    func progress(_ line: String) {
        guard showsProgress else { return }
        try? Console.write(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO)
    }

    /// Takes the last progress away.
    func endProgress() {
        guard showsProgress else { return }
        try? Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(CommandFault) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandFault(
                    .inputOutput, "standard output cannot be written: \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(count)
        }
    }
}
