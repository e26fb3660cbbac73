import Crypto
package import Vault

/// What opens something to whoever holds it: 256 random bits, written as 43 characters of base64url. Only its SHA-256 is
/// ever kept. `Kind` keeps the tokens of different things apart at compile time.
package struct Bearer<Kind>: Hashable, Sendable {
    private let bytes: [UInt8]

    /// A new one.
    package static func drawn() -> Bearer {
        Bearer(bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// One as a browser or a client sent it; nil for anything that is not the form of one, with padding or spaces too.
    package init?(_ text: some StringProtocol) {
        // 32 bytes are 43 characters; longer texts are not even read.
        guard text.utf8.count == 43, let bytes = RadixText.base64URL.bytes(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// The text that its holder keeps. It goes to the holder once, and nowhere else.
    package func revealed() -> String { RadixText.base64URL.text(bytes) }

    /// What is kept of it.
    package var hash: Digest256 { Digest256(SHA256.hash(data: bytes)) }
}

extension Bearer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a token (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What the kinds of tokens are; the cases only mark types.
package enum BearerKind {
    /// Of a session.
    package enum Session: Sendable {}
    /// Of a one-time link.
    package enum Link: Sendable {}
    /// Of a browser that an account signed in with before.
    package enum Device: Sendable {}
    /// Of the API.
    package enum Interface: Sendable {}
    /// Of a carer's link to an interview.
    package enum Carer: Sendable {}
}

/// What a browser keeps of its session.
package typealias SessionToken = Bearer<BearerKind.Session>
/// What stands in a one-time link.
package typealias LinkToken = Bearer<BearerKind.Link>
/// What stands in a carer's link to an interview.
package typealias CarerToken = Bearer<BearerKind.Carer>
/// What a browser keeps for longer than a session, so that guesses made elsewhere do not slow it down.
package typealias DeviceToken = Bearer<BearerKind.Device>
