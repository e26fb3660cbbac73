/// The name of a key, made from the key itself: `k` and sixteen hexadecimal digits. Tells nothing about the key.
///
/// It stands in front of everything that is sealed, so that keys can change while old bytes stay readable.
package struct KeyID: Hashable, Sendable {
    /// The name itself.
    package let text: String

    /// A name read from the database, or nil when the text does not have the form of one.
    package init?(_ text: some StringProtocol) {
        let bytes = text.utf8
        guard bytes.count == 17, bytes.first == UInt8(ascii: "k"), bytes.dropFirst().allSatisfy(KeyID.isDigit) else {
            return nil
        }
        self.text = String(text)
    }

    /// The name that begins so; the bytes must tell nothing about the key.
    init(naming bytes: [UInt8]) {
        text = "k" + Hexadecimal.text(bytes.prefix(8))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}

extension KeyID: CustomStringConvertible {
    /// The name itself.
    package var description: String { text }
}
