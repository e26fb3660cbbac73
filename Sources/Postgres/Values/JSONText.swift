/// A JSON document as text, for `json` and `jsonb`. What the server gives back of a `jsonb` is its own rendering: keys
/// reordered, numbers rewritten, spaces added.
package struct JSONText: Sendable, Hashable {
    /// The document.
    package let text: String

    /// Takes the text as it is; the server refuses what is no JSON.
    package init(_ text: String) {
        self.text = text
    }

    /// The only version of the binary format of `jsonb` that there is.
    static let formatVersion: UInt8 = 1
}

extension JSONText: PostgresValue {
    package static var postgresType: PostgresType { .jsonb }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(Self.formatVersion)
        bytes.append(contentsOf: text.utf8)
    }

    /// Reads `jsonb` and `json`.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        switch cell.type {
        case PostgresType.json.oid:
            self.init(try cell.text())
        case PostgresType.jsonb.oid:
            guard cell.isNull || cell.count > 0 else { throw .malformed }
            self.init(try cell.text(skipping: 1))
        default: throw .wrongType(oid: cell.type)
        }
    }
}
