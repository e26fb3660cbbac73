/// Why a cell is not the value that was asked for. Holds no value of the cell.
package enum DecodingFault: Error, Sendable, Hashable {
    /// NULL, and the type asked for is no optional.
    case unexpectedNull
    /// The column has another type (`pg_type.oid`) than the ones that the Swift type reads: write a cast in the SQL.
    case wrongType(oid: UInt32)
    /// A whole number that does not fit into the type asked for.
    case outOfRange
    /// `infinity` or `-infinity`, or a range without a beginning: read ``UnboundedInstant``, or keep it out by SQL.
    case infinite
    /// An array of more than one dimension, or a range that is empty.
    case unsupportedShape
    /// The bytes are not what the type's binary format says.
    case malformed
    /// A text or number that the type itself refuses (the type's name): the database holds what the rules forbid.
    case unacceptable(type: String)
    /// The result has no column of that name.
    case noSuchColumn(name: String)
    /// The result has no column at that position, counted from 0.
    case noSuchPosition(Int)
}

extension DecodingFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unexpectedNull: "the value is NULL where one is required"
        case .wrongType(let oid): "the column's type (oid \(oid)) is not one that this value is read from"
        case .outOfRange: "the number does not fit"
        case .infinite: "the value is infinite"
        case .unsupportedShape: "the array has several dimensions, or the range is empty"
        case .malformed: "the bytes are not in the expected format"
        case .unacceptable(let type): "the value is not a valid \(type)"
        case .noSuchColumn(let name): "the result has no column named \(name)"
        case .noSuchPosition(let position): "the result has no column at position \(position)"
        }
    }
}
