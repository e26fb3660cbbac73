internal import Intervention
internal import Vault

/// What guesses are counted by. Only a keyed hash of it is kept: people type passwords where the account's code belongs.
struct ThrottleSubject: Hashable, Sendable {
    /// The kinds.
    enum Kind: String, CaseIterable, Sendable {
        /// The code that was typed, whether there is such an account or not.
        case account
        /// Where the guess came from.
        case source
        /// A browser that the account was opened from before; it counts instead of the two others.
        case device
        /// The second factor of an account.
        case factor
        /// The second factor, on a browser that the account was opened from before.
        case deviceFactor = "device-factor"

        /// Whether failures are never forgotten without a success, and come to a cap.
        var isOfAccount: Bool { self != .source }
    }

    let kind: Kind
    let key: Digest256

    init(_ kind: Kind, _ text: String, vault: Vault) {
        self.kind = kind
        key = vault.blindIndex(site: .door, purpose: .door, kind.rawValue + " " + text)
    }
}
