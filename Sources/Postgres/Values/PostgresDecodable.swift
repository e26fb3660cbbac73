/// A value that can be read from one column of one row, from the result's own memory.
///
/// A type of another module conforms by handing on to one of the built-in types:
/// ```swift
/// extension EpisodeID: PostgresDecodable {
///     package init(cell: borrowing PostgresCell) throws(DecodingFault) {
///         let bytes = try UUIDBytes(cell: cell)
///         self.init(high: bytes.high, low: bytes.low)
///     }
/// }
/// ```
/// A text that breaks the type's own rule throws `DecodingFault.unacceptable`, which names the type, not the text.
package protocol PostgresDecodable: Sendable {
    /// Reads a cell in PostgreSQL's binary format. A type that is no optional refuses NULL.
    init(cell: borrowing PostgresCell) throws(DecodingFault)

    /// Reads a cell that holds an array of such values. Only bytes do it in a way of their own.
    static func decode(array cell: borrowing PostgresCell) throws(DecodingFault) -> [Self]
}

/// A value that travels both ways.
package typealias PostgresValue = PostgresEncodable & PostgresDecodable

extension PostgresDecodable {
    package static func decode(array cell: borrowing PostgresCell) throws(DecodingFault) -> [Self] {
        var reader = try PostgresReader(cell, array: true)
        let dimensions = try reader.integer(Int32.self)
        _ = try reader.integer(Int32.self)
        let type = try reader.integer(UInt32.self)
        guard dimensions != 0 else { return [] }
        guard dimensions == 1 else { throw .unsupportedShape }
        let count = Int(try reader.integer(Int32.self))
        _ = try reader.integer(Int32.self)
        guard count >= 0, count <= cell.count else { throw .malformed }
        var values: [Self] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try reader.value(Self.self, type: type)) }
        guard reader.isAtEnd else { throw .malformed }
        return values
    }
}
