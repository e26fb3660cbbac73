/// Why one part of what opens an account is not replaced now.
package enum ReplacementFault: Error, Hashable, Sendable {
    /// The same hand replaced the other part within so many days.
    case sameHand(days: Int)
    /// The second factor was removed and the owner has set up no other yet: with another password, whoever replaces it would
    /// be the account.
    case factorIsMissing

    /// A provider opens the account, and it has no second factor: whoever chose a password would set one up.
    case providerOpens

    /// What the database says.
    init(_ word: String, days: Int) {
        self =
            switch word {
            case "same-hand": .sameHand(days: days)
            case "provider-opens": .providerOpens
            default: .factorIsMissing
            }
    }
}

extension ReplacementFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .sameHand(let days):
            "whoever replaced the password or the second factor of an account does not replace the other within "
                + "\(days) days: another administrator does, or the owner with a recovery code"
        case .factorIsMissing:
            "the account's second factor was removed and no other is set up yet: its owner signs in with the password and "
                + "sets one up first"
        case .providerOpens:
            "an identity provider opens the account and it has no second factor of its own; take the link to the provider "
                + "back first"
        }
    }
}
