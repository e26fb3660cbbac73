/// A value that a statement can bind.
///
/// A type of another module conforms by handing on to one of the built-in types:
/// ```swift
/// extension EpisodeID: PostgresEncodable {
///     package static var postgresType: PostgresType { .uuid }
///     package func encode(into bytes: inout PostgresBytes) { UUIDBytes(high: high, low: low).encode(into: &bytes) }
/// }
/// ```
package protocol PostgresEncodable: Sendable {
    /// The type that the parameter is sent as. Whoever wants another writes the cast in SQL.
    static var postgresType: PostgresType { get }

    /// The type that an array of such values is sent as. By default the array type of ``postgresType``.
    static var postgresArrayType: PostgresType { get }

    /// True when the value is SQL's NULL; ``encode(into:)`` is then not called. False for all but optionals.
    var isPostgresNull: Bool { get }

    /// Appends the value in PostgreSQL's binary format, without its length.
    func encode(into bytes: inout PostgresBytes)

    /// Appends an array of such values in PostgreSQL's binary format. Only bytes do it in a way of their own.
    static func encode(array: [Self], into bytes: inout PostgresBytes)
}

extension PostgresEncodable {
    package static var postgresArrayType: PostgresType { postgresType.array }

    package var isPostgresNull: Bool { false }

    package static func encode(array: [Self], into bytes: inout PostgresBytes) {
        guard !array.isEmpty else { return bytes.appendArrayHeader(of: postgresType.oid, count: 0, holdsNull: false) }
        let headerOffset = bytes.count
        bytes.appendArrayHeader(of: postgresType.oid, count: array.count, holdsNull: false)
        bytes.reserve(array.count * (MemoryLayout<Int32>.size + MemoryLayout<Self>.size))
        var holdsNull = false
        for element in array {
            if element.isPostgresNull {
                holdsNull = true
                bytes.append(-1 as Int32)
            } else {
                let lengthOffset = bytes.count
                bytes.append(0 as Int32)
                element.encode(into: &bytes)
                let length = bytes.count - lengthOffset - MemoryLayout<Int32>.size
                bytes.replace(at: lengthOffset, with: Int32(truncatingIfNeeded: length))
            }
        }
        if holdsNull { bytes.replace(at: headerOffset + 4, with: 1) }
    }
}

extension PostgresBytes {
    /// What stands before the elements of an array: dimensions, whether there are NULLs, type, length, first index.
    mutating func appendArrayHeader(of element: UInt32, count: Int, holdsNull: Bool) {
        reserve(20)
        append((count == 0 ? 0 : 1) as Int32)
        append((holdsNull ? 1 : 0) as Int32)
        append(element)
        guard count > 0 else { return }
        append(Int32(truncatingIfNeeded: count))
        append(1 as Int32)
    }
}
