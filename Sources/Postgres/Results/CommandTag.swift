/// What the server says that it did, and to how many rows.
package struct CommandTag: Sendable, Hashable {
    /// `SELECT`, `INSERT`, `UPDATE`, `COMMIT`, `CREATE TABLE`, ...
    package let verb: String
    /// Rows returned or changed; 0 for commands that count none.
    package let rows: Int

    /// A tag of its parts.
    package init(verb: String, rows: Int) {
        self.verb = verb
        self.rows = rows
    }

    /// Takes the server's text apart: `INSERT 0 5`, `SELECT 3`, `CREATE TABLE`.
    init(text: String) {
        var words = text.split(separator: " ")
        var rows = 0
        if let last = words.last, let count = Int(last) {
            rows = count
            words.removeLast()
            // INSERT has an obsolete row identifier, always 0, before its count.
            if words.first == "INSERT" { words.removeLast() }
        }
        verb = words.joined(separator: " ")
        self.rows = rows
    }
}
