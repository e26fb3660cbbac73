import Glibc

/// Reads what is typed or piped in: what other accounts of the machine must not see stands in no argument.
enum StandardInput {
    /// All of it, or one file.
    /// - Parameter name: a file; nil or `-` for standard input.
    static func text(of name: String?, asking question: String, _ console: Console) throws(CommandFault) -> String {
        if let name, name != "-" { return String(decoding: try InputFile.bytes(of: name), as: UTF8.self) }
        if isatty(STDIN_FILENO) == 1 { console.say(question) }
        return String(decoding: try InputFile.bytes(of: "/dev/stdin"), as: UTF8.self)
    }

    /// The first line of it.
    static func line(asking question: String, _ console: Console) throws(CommandFault) -> String {
        if isatty(STDIN_FILENO) == 1 { console.say(question) }
        guard let line = readLine() else { throw CommandFault(.noInput, "nothing was given on standard input") }
        return line
    }
}
