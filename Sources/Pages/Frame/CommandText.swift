import Markup

/// Command lines as they are to be typed.
enum CommandText {
    /// One command in running text.
    static func inline(_ line: String) -> Node { el("code", [], .text(line)) }
}
