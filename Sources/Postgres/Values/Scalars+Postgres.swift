extension Bool: PostgresValue {
    package static var postgresType: PostgresType { .bool }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(self ? 1 : 0 as UInt8)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard cell.type == PostgresType.bool.oid else { throw .wrongType(oid: cell.type) }
        self = try cell.integer(UInt8.self) != 0
    }
}

extension Double: PostgresValue {
    package static var postgresType: PostgresType { .float8 }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(bitPattern)
    }

    /// Reads `double precision` and `real`.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        switch cell.type {
        case PostgresType.float8.oid: self.init(bitPattern: try cell.integer(UInt64.self))
        case PostgresType.float4.oid: self.init(Float(bitPattern: try cell.integer(UInt32.self)))
        default: throw .wrongType(oid: cell.type)
        }
    }
}

extension String: PostgresValue {
    package static var postgresType: PostgresType { .text }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(contentsOf: utf8)
    }

    /// Reads the text types, the catalogues' `name` and `"char"`, and `json`.
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        switch cell.type {
        case PostgresType.text.oid, PostgresType.varchar.oid, PostgresType.bpchar.oid, PostgresType.name.oid,
            PostgresType.char.oid, PostgresType.json.oid, PostgresType.unknown.oid:
            break
        default: throw .wrongType(oid: cell.type)
        }
        self = try cell.text()
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresType: PostgresType { Wrapped.postgresType }

    package var isPostgresNull: Bool {
        switch self {
        case .none: true
        case .some(let wrapped): wrapped.isPostgresNull
        }
    }

    package func encode(into bytes: inout PostgresBytes) {
        if let wrapped = self { wrapped.encode(into: &bytes) }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        self = cell.isNull ? .none : .some(try Wrapped(cell: cell))
    }
}
