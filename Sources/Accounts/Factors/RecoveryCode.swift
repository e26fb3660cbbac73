import Crypto
internal import Vault

/// A code that stands in for the second factor once: 120 random bits, written as six groups of four characters that can be
/// copied by hand. Only its SHA-256 is kept: nobody tries 2^120 of them.
package struct RecoveryCode: Hashable, Sendable {
    /// How many somebody is given.
    package static let count = 10

    private let letters: String

    /// A new one.
    static func drawn() -> RecoveryCode {
        RecoveryCode(
            letters: RadixText.base32.text(
                SymmetricKey(size: SymmetricKeySize(bitCount: 120)).withUnsafeBytes { Array($0) }))
    }

    private init(letters: String) {
        self.letters = letters
    }

    /// A code as somebody typed it, in capitals or not, with or without hyphens and spaces; nil when it is no such code.
    init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        let letters = text.uppercased().filter { $0 != "-" && $0 != " " }
        guard letters.utf8.count == 24, RadixText.base32.bytes(letters) != nil else { return nil }
        self.letters = letters
    }

    /// The text that its owner keeps: `ABCD-EFGH-...`. It is shown once.
    package func revealed() -> String {
        let letters = Array(letters)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: "-")
    }

    /// What is kept of it.
    var hash: Digest256 { Digest256(SHA256.hash(data: Array(letters.utf8))) }
}

extension RecoveryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a recovery code (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
