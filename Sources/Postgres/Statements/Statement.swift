/// SQL with its parameters. Values that are interpolated bind; nothing can be spliced in:
/// ```swift
/// let found = try await transaction.query("SELECT ref FROM record.episode WHERE episode_id = \(id) AND phase = ANY(\(phases))")
/// ```
/// A value whose type the server cannot guess from the place it stands in is cast there: `\(days)::date[]`.
package struct Statement: Sendable, ExpressibleByStringInterpolation {
    /// The text with `$1`, `$2`, ... where the values stood.
    package private(set) var sql: String
    /// The values, already in binary format.
    private(set) var binds: Binds

    /// Why the statement cannot be sent, if it cannot.
    var flaw: StatementFlaw? { binds.flaw ?? (sql.utf8.contains(0) ? .zeroByteInText : nil) }

    /// A statement without values.
    package init(stringLiteral text: String) {
        sql = text
        binds = Binds()
    }

    /// What the compiler makes of an interpolated literal.
    package init(stringInterpolation parts: StringInterpolation) {
        sql = parts.sql
        binds = parts.binds
    }

    /// A statement whose text stands in a file of `sql/` that is embedded in the program, with `$1`, `$2`, ... for the
    /// values in their order. For such files only: text that was put together at run time is what this module prevents.
    @_spi(EmbeddedText)
    public init(embedded text: String, binding values: [any PostgresEncodable] = []) {
        sql = text
        binds = Binds()
        for value in values { binds.append(value) }
    }

    /// How many values are bound.
    package var bindCount: Int { binds.count }
}

extension Statement: CustomStringConvertible, CustomDebugStringConvertible {
    /// The text without the values.
    package var description: String { "Statement with \(bindCount) values" }

    /// The text, and how many values there are; never the values.
    package var debugDescription: String { "\(sql) -- \(bindCount) values" }
}
