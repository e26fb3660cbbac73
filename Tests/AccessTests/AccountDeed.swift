import Accounts

/// What an administrator can do to an account.
enum AccountDeed: CaseIterable, Sendable {
    case linkPassword, linkFactor, makeToken, linkProvider, unlinkProvider, addProvider, removeProvider
    case grantSelf, grantVictim, coverSelf, coverVictim, revokeVictim
    case barSelf, unbarSelf, disable, enable, endSessions
}

/// What an administrator got hold of by what they did.
struct Loot: Sendable {
    /// The password that they chose for the other account.
    var password: String?
    /// Whether they were signed in as the other account at any time.
    var isSignedIn = false
    /// Tokens of the API that act for the other account.
    var tokens: [InterfaceToken] = []
}
