import Crypto
internal import OpenID
internal import Vault

/// Under what a provider knows somebody: 1 to 255 printable characters of ASCII. It can be a person's own address, so it
/// never prints, and only a keyed hash of it is kept.
package struct Subject: Hashable, Sendable {
    let text: String

    /// A subject, or nil when the text has not the form of one.
    package init?(_ text: String) {
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E) ~= $0 }) else { return nil }
        self.text = text
    }
}

extension Subject: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a provider's subject (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension OneTimeText {
    /// What is kept of it.
    var hash: Digest256 { Digest256(SHA256.hash(data: Array(text.utf8))) }
}
