/// A JSON document as the bytes it is sent in, for `jsonb`: for readers and writers of their own, who need no text.
package struct JSONBytes: Sendable, Hashable {
    /// The document, in UTF-8. What the server gives back is its own rendering: keys reordered, spaces added.
    package let bytes: [UInt8]

    /// Takes the bytes as they are; the server refuses what is no JSON.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension JSONBytes: PostgresValue {
    package static var postgresType: PostgresType { .jsonb }

    package func encode(into buffer: inout PostgresBytes) {
        buffer.append(JSONText.formatVersion)
        buffer.append(contentsOf: bytes)
    }

    /// Reads `jsonb`.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.jsonb.oid else { throw .wrongType(oid: cell.type) }
        let start = unsafe try cell.address()
        guard cell.count > 0 else { throw .malformed }
        self.init(unsafe Array(UnsafeRawBufferPointer(start: start + 1, count: cell.count - 1)))
    }
}
