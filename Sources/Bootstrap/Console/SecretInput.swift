import Glibc

/// Reads what nobody may see: from a terminal without showing it, or one line of standard input. Never from the command
/// line, where every user of the machine reads it.
enum SecretInput {
    /// The line without its end; nothing else is taken away.
    /// - Parameter prompt: what is said at a terminal.
    /// - Throws: status 66 when there is nothing to read.
    static func line(_ prompt: String, _ console: Console) throws(CommandFault) -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try read() }
        console.problem(prompt)
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return try read() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return try read()
    }

    private static func read() throws(CommandFault) -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFault(.noInput, "standard input is empty; the secret is read from its first line")
        }
        return line
    }
}
