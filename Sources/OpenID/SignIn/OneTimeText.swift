import Crypto
import Foundation

/// A text of chance that is used once: state, nonce, or the verifier of a code. 256 bits; it never prints.
package struct OneTimeText: Sendable {
    /// The text: 43 characters of the alphabet of base64url.
    package let text: String

    /// A fresh one.
    package init() {
        text = Base64URL.text(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    }

    /// One that was kept, or nil when the text has not its form.
    package init?(_ text: String) {
        guard Base64URL.data(text)?.count == 32 else { return nil }
        self.text = text
    }

    /// Whether it is this text; takes the same time wherever they differ.
    package func isEqual(to other: String) -> Bool { ConstantTime.areEqual(text, other) }

    /// What a code's verifier is known by before it is shown (RFC 7636, S256).
    var challenge: String { Base64URL.text(Data(SHA256.hash(data: Data(text.utf8)))) }
}

extension OneTimeText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a text for one use (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Comparison of secrets.
enum ConstantTime {
    /// Whether two texts are equal; the time tells at most their lengths.
    static func areEqual(_ one: String, _ other: String) -> Bool {
        let (left, right) = (Array(one.utf8), Array(other.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}
