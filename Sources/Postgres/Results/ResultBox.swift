internal import Clibpq

/// Owns one `PGresult` and releases it exactly once.
///
/// `@unchecked Sendable`: libpq never changes a result after it was handed out, and reading it needs no lock. The pointer
/// itself is only exchanged by ``replace(with:)``, which its one caller, the loop that streams rows, calls while it holds
/// the only reference to the box.
@safe
final class ResultBox: @unchecked Sendable {
    private var pointer: OpaquePointer
    let columns: Columns

    /// Takes over the result.
    @unsafe
    init(_ pointer: OpaquePointer, columns: Columns) {
        unsafe self.pointer = pointer
        self.columns = columns
    }

    deinit {
        unsafe PQclear(pointer)
    }

    /// Releases the result and takes over another of the same columns.
    @unsafe
    func replace(with other: OpaquePointer) {
        unsafe PQclear(pointer)
        unsafe pointer = other
    }

    var rowCount: Int { Int(unsafe PQntuples(pointer)) }

    var tag: CommandTag {
        guard let text = unsafe PQcmdStatus(pointer) else { return CommandTag(text: "") }
        return CommandTag(text: unsafe String(cString: text))
    }

    /// One cell, for a decoder. The box, and with it the cell's memory, must live until the decoder is done.
    func cell(row: Int32, column: Int) throws(DecodingFault) -> PostgresCell {
        guard column >= 0, column < columns.count else { throw .noSuchPosition(column) }
        let place = Int32(truncatingIfNeeded: column)
        let count = unsafe PQgetlength(pointer, row, place)
        let isNull = unsafe count == 0 && PQgetisnull(pointer, row, place) != 0
        let start = isNull ? nil : unsafe UnsafeRawPointer(PQgetvalue(pointer, row, place))
        return unsafe PostgresCell(type: columns.types[column], start: start, count: Int(count))
    }

    /// Appends the bytes of a cell of a text, which are not looked at; false for NULL.
    func appendText(row: Int32, column: Int, to bytes: inout [UInt8]) throws(DecodingFault) -> Bool {
        guard row >= 0, row < rowCount, column >= 0, column < columns.count else { throw .noSuchPosition(column) }
        guard columns.types[column] == PostgresType.text.oid else { throw .wrongType(oid: columns.types[column]) }
        let place = Int32(truncatingIfNeeded: column)
        let count = unsafe PQgetlength(pointer, row, place)
        guard count > 0 else { return unsafe PQgetisnull(pointer, row, place) == 0 }
        let start = unsafe UnsafeRawPointer(PQgetvalue(pointer, row, place))
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: Int(count)))
        return true
    }
}
