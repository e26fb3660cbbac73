// Reading widens: `smallint`, `integer`, `bigint` and `oid` are read into any of the types that can hold the value, and a
// value that does not fit is refused, never cut.

extension PostgresCell {
    /// The whole number in the cell, whatever its width.
    fileprivate borrowing func wholeNumber() throws(DecodingFault) -> Int64 {
        switch type {
        case PostgresType.int8.oid: try integer(Int64.self)
        case PostgresType.int4.oid: Int64(try integer(Int32.self))
        case PostgresType.int2.oid: Int64(try integer(Int16.self))
        case PostgresType.oid.oid: Int64(try integer(UInt32.self))
        default: throw .wrongType(oid: type)
        }
    }
}

extension Int: PostgresValue {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(Int64(self))
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        self.init(try cell.wholeNumber())
    }
}

extension Int64: PostgresValue {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(self)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        self = try cell.wholeNumber()
    }
}

extension Int32: PostgresValue {
    package static var postgresType: PostgresType { .int4 }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(self)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard let value = Int32(exactly: try cell.wholeNumber()) else { throw .outOfRange }
        self = value
    }
}

extension Int16: PostgresValue {
    package static var postgresType: PostgresType { .int2 }

    package func encode(into bytes: inout PostgresBytes) {
        bytes.append(self)
    }

    package init(cell: borrowing PostgresCell) throws(DecodingFault) {
        guard let value = Int16(exactly: try cell.wholeNumber()) else { throw .outOfRange }
        self = value
    }
}
