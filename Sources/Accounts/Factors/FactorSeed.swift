import Crypto
internal import Intervention

/// What an authenticator app and the server share: 160 random bits (RFC 4226 recommends as many). It never prints.
package struct FactorSeed: Hashable, Sendable {
    let bytes: [UInt8]

    /// A seed of these bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A new one.
    static func drawn() -> FactorSeed {
        FactorSeed(SymmetricKey(size: SymmetricKeySize(bitCount: 160)).withUnsafeBytes { Array($0) })
    }

    /// The seed in base32, to be typed where a picture cannot be taken. It is shown once.
    package func revealed() -> String { RadixText.base32.text(bytes) }

    /// The address that authenticator apps read from a picture (Google's Key URI format). It is shown once. It holds the
    /// account's code, which is no name.
    package func address(of code: AccountCode) -> String {
        "otpauth://totp/Homeward:\(code.text)?secret=\(revealed())&issuer=Homeward"
            + "&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.period)"
    }
}

extension FactorSeed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a second factor's seed (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
