/// Why a provider cannot be added, removed or linked.
package enum ProviderFault: Error, Hashable, Sendable {
    /// There is a provider of that code already, at this site or another.
    case codeTaken(ProviderCode)
    /// The site has no such provider.
    case unknown(ProviderCode)
    /// The provider means somebody else by that subject, or the account by another.
    case linked
    /// The account is not linked to the provider.
    case notLinked
    /// The account has roles that are not of the provider's site, which it could then open.
    case rolesElsewhere
    /// The account has no role at the provider's site.
    case noRoleHere
}

extension ProviderFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .codeTaken(let code): "there is an identity provider \(code) already; choose another code"
        case .unknown(let code):
            "the site has no identity provider \(code); `homeward provider list` names those it has"
        case .linked: "the provider's subject or the account is linked already; unlink it first"
        case .notLinked: "the account is not linked to the provider; nothing was changed"
        case .rolesElsewhere:
            "the account has roles outside the provider's site, which only a password and second factor may open"
        case .noRoleHere: "the account has no role at the provider's site; grant it one first"
        }
    }
}
