package import CivilDate

/// A token of the API as its holder keeps it: `hw_`, six characters by which it is known again, `_`, and 256 random
/// bits.
package struct InterfaceToken: Hashable, Sendable {
    /// `hw_` and six characters: shown in lists, opens nothing.
    package let prefix: String
    let secret: Bearer<BearerKind.Interface>

    /// A new one. Its prefix is of other random bits than what opens.
    static func drawn() -> InterfaceToken {
        let letters = Bearer<BearerKind.Session>.drawn().revealed().filter { $0.isLetter || $0.isNumber }.prefix(6)
        return InterfaceToken(prefix: "hw_" + letters, secret: .drawn())
    }

    private init(prefix: String, secret: Bearer<BearerKind.Interface>) {
        self.prefix = prefix
        self.secret = secret
    }

    /// A token as a client sent it; nil for anything that has not its form.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 53, text.hasPrefix("hw_"), text.dropFirst(9).first == "_",
            let secret = Bearer<BearerKind.Interface>(text.dropFirst(10))
        else { return nil }
        self.init(prefix: String(text.prefix(9)), secret: secret)
    }

    /// The text that its holder keeps. It is shown once.
    package func revealed() -> String { "\(prefix)_\(secret.revealed())" }
}

extension InterfaceToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "the token \(prefix) (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A token as its owner sees it in a list.
package struct TokenFacts: Hashable, Sendable {
    /// What it was called.
    package let label: String
    /// By which it is known again.
    package let prefix: String
    /// What it may do, as far as this version knows the actions.
    package let actions: Set<Action>
    /// When it was made.
    package let madeAt: Instant
    /// When it opens nothing any more.
    package let expiresAt: Instant
    /// When it was used last; nil when it never was.
    package let usedAt: Instant?
    /// When it was taken back; nil while it was not.
    package let revokedAt: Instant?
}
