/// An NHS number, or one of its sisters of the same form: ten digits, the last of which checks the others.
///
/// Weights 10 down to 2, modulus 11 (NHS Data Dictionary, NHS NUMBER) [V].
package struct NHSNumber: Hashable, Sendable {
    /// The ten digits.
    package let digits: String

    /// A number as people write it, with or without spaces and hyphens.
    package init(_ text: some StringProtocol) throws(ParticularFault) {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        let zero = UInt8(ascii: "0")
        let values = bytes.map { Int($0) - Int(zero) }
        guard values.count == 10, values.allSatisfy((0...9).contains) else { throw .nhsNumberForm }
        let sum = zip(values, stride(from: 10, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
        guard (11 - sum % 11) % 11 == values[9] else { throw .nhsNumberCheck }
        digits = String(decoding: bytes, as: UTF8.self)
    }
}

extension NHSNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "an NHS number (withheld)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
