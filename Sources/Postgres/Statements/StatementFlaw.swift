/// Why a statement cannot be sent at all.
package enum StatementFlaw: Sendable, Hashable {
    /// More than 65,535 values: bind arrays and `unnest` them.
    case tooManyValues(Int)
    /// A single value, or all together, of a gibibyte and more.
    case tooLarge
    /// A zero byte in the SQL, where the text would end for the server.
    case zeroByteInText
    /// An array of arrays.
    case nestedArray

    /// The protocol counts the values of a statement in sixteen bits.
    static let greatestCount = 65_535

    /// What the server takes as one message.
    static let greatestSize = 1 << 30
}

extension StatementFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooManyValues(let count): "the statement binds \(count) values and \(Self.greatestCount) is the limit"
        case .tooLarge: "the statement's values are larger than one message may be"
        case .zeroByteInText: "the statement's text holds a zero byte"
        case .nestedArray: "the statement binds an array of arrays"
        }
    }
}
