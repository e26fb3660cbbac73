/// Walks through a cell that is made of parts: an array, a range. Never reads past the cell's end.
@safe
struct PostgresReader: ~Copyable {
    // Valid as long as the cell it was made from, which the caller borrows for the whole of the reading.
    private let start: UnsafeRawPointer
    private let count: Int
    private var offset = 0

    /// Reads the cell from its beginning; NULL is refused, and with `array` every type that is no array.
    init(_ cell: borrowing PostgresCell, array: Bool = false) throws(DecodingFault) {
        if array, !cell.isNull, !PostgresType.arrays.contains(cell.type) { throw .wrongType(oid: cell.type) }
        unsafe start = try cell.address()
        count = cell.count
    }

    /// True when nothing is left.
    var isAtEnd: Bool { offset == count }

    /// The next number in network byte order.
    mutating func integer<T: FixedWidthInteger>(_: T.Type) throws(DecodingFault) -> T {
        guard count - offset >= MemoryLayout<T>.size else { throw .malformed }
        defer { offset += MemoryLayout<T>.size }
        return T(bigEndian: unsafe start.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    /// The next value with its length before it, where -1 is NULL.
    mutating func value<T: PostgresDecodable>(_: T.Type, type: UInt32) throws(DecodingFault) -> T {
        let length = Int(try integer(Int32.self))
        guard length >= 0 else { return try T(cell: unsafe PostgresCell(type: type, start: nil, count: 0)) }
        guard count - offset >= length else { throw .malformed }
        defer { offset += length }
        return try T(cell: unsafe PostgresCell(type: type, start: start + offset, count: length))
    }
}
