import Glibc

/// Reads what nobody may see: from a terminal without showing it, or one line of standard input. Never from the command
/// line, where every user of the machine reads it.
enum SecretInput {
    /// The line without its end; nothing else is taken away.
    /// - Parameters:
    ///   - prompt: what is said at a terminal.
    ///   - what: what the line is, as an error names it.
    /// - Throws: status 66 when there is nothing to read.
    static func line(
        _ prompt: String, _ console: Console, of what: String = "the password"
    ) throws(CommandFault) -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try read(what) }
        console.problem(prompt)
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return try read(what) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return try read(what)
    }

    private static func read(_ what: String) throws(CommandFault) -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFault(.noInput, "standard input is empty; \(what) is read from its first line")
        }
        return line
    }

    /// The first line of a file, or else of the terminal or standard input.
    /// - Parameter what: what the line is: "the subject".
    static func line(
        in file: String?, orAskingFor what: String, _ console: Console
    ) throws(CommandFault) -> String {
        if let file { return try line(of: file) }
        return try line("Type \(what); it is not shown:", console, of: what)
    }

    /// The first line of a file that nobody but its owner may read.
    /// - Throws: status 66 for a missing or empty file, 77 for one that others may read or change.
    static func line(of file: String) throws(CommandFault) -> String {
        let bytes = try InputFile.bytes(of: file, isOptional: false, isPrivate: true) ?? []
        let text = String(decoding: bytes, as: UTF8.self)
        guard let line = text.split(separator: "\n", omittingEmptySubsequences: false).first, !line.isEmpty else {
            throw CommandFault(.noInput, "\(file): its first line is empty")
        }
        return String(line)
    }
}
