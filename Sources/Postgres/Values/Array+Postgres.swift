extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresType: PostgresType { Element.postgresArrayType }

    package func encode(into bytes: inout PostgresBytes) {
        Element.encode(array: self, into: &bytes)
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    /// Reads an array of one dimension; its lower bound is not kept.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        self = try Element.decode(array: cell)
    }
}

/// A byte alone is the catalogues' `"char"`; an array of bytes is `bytea`, which has no length before each byte.
extension UInt8: PostgresValue {
    package static var postgresType: PostgresType { .char }
    package static var postgresArrayType: PostgresType { .bytea }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(self)
    }

    package static func encode(array: [UInt8], into bytes: inout PostgresBytes) {
        bytes.append(contentsOf: array)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.char.oid else { throw .wrongType(oid: cell.type) }
        self = try cell.integer(UInt8.self)
    }

    package static func decode(array cell: borrowing PostgresCell) throws(DecodingFault) -> [UInt8] {
        guard cell.type == PostgresType.bytea.oid else { throw .wrongType(oid: cell.type) }
        return unsafe Array(UnsafeRawBufferPointer(start: try cell.address(), count: cell.count))
    }
}
