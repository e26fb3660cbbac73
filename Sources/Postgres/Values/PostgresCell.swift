/// One column of one row, lent from the result's own memory: it cannot be kept.
@safe
package struct PostgresCell: ~Copyable {
    /// `pg_type.oid` of the column, or of the array's element.
    package let type: UInt32
    /// How many bytes the value has; 0 for NULL.
    package let count: Int
    // Valid while the cell is lent: whoever makes a cell keeps the result alive until the cell is gone.
    private let start: UnsafeRawPointer?

    /// A cell over memory that outlives it; `start` is nil for NULL.
    @unsafe
    init(type: UInt32, start: UnsafeRawPointer?, count: Int) {
        self.type = type
        unsafe self.start = start
        self.count = count
    }

    /// True for SQL's NULL.
    package var isNull: Bool { unsafe start == nil }

    /// Where the value's ``count`` bytes begin; NULL is refused.
    @unsafe
    borrowing func address() throws(DecodingFault) -> UnsafeRawPointer {
        guard let start = unsafe start else { throw .unexpectedNull }
        return unsafe start
    }

    /// The whole value as a number in network byte order; refused when its width is another.
    borrowing func integer<T: FixedWidthInteger>(_: T.Type) throws(DecodingFault) -> T {
        guard let start = unsafe start else { throw .unexpectedNull }
        guard count == MemoryLayout<T>.size else { throw .malformed }
        return T(bigEndian: unsafe start.loadUnaligned(as: T.self))
    }

    /// The value, after `skipping` bytes, as text; refused when it is no UTF-8.
    borrowing func text(skipping: Int = 0) throws(DecodingFault) -> String {
        guard let start = unsafe start else { throw .unexpectedNull }
        // Two steps that are not generic; `String(validating:as:)` would look types up for each text.
        let bytes = unsafe UnsafeBufferPointer(
            start: (start + skipping).assumingMemoryBound(to: UInt8.self),
            count: count - skipping
        )
        do {
            return String(copying: try UTF8Span(validating: unsafe bytes.span))
        } catch {
            throw .malformed
        }
    }
}
