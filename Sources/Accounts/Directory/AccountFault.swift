/// Why something cannot be done to an account.
package enum AccountFault: Error, Hashable, Sendable {
    /// There is an account of that code already.
    case codeTaken(AccountCode)
    /// What the database holds of an account is not what was written there.
    case unreadable
    /// The account was closed meanwhile.
    case closed
}

extension AccountFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .codeTaken(let code): "there is an account \(code) already; choose another code"
        case .unreadable: "what is kept of the account was changed from outside; restore it from a backup"
        case .closed: "the account is disabled; `homeward account enable` opens it again"
        }
    }
}
