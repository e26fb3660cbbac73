import Accounts
import Intervention

/// Why something cannot be done to an account.
package enum AccountWorkFault: Error, Hashable, Sendable {
    /// There is no account of that code here.
    case unknownAccount(AccountCode)
    /// The site's file names nobody of that code.
    case unknownStaff(StaffCode, nearest: StaffCode?)
    /// The role belongs to the network, or to a site, and was asked for at the other.
    case roleElsewhere(Role)
    /// The role works with families, so it needs the code under which they are allocated.
    case staffNeeded(Role)
    /// The account has no such role.
    case noSuchGrant(Role)
    /// Nobody of that code has a role at the site that could be covered.
    case nothingToCover(StaffCode)
    /// The last day lies before the first.
    case endsBeforeItBegins
    /// The account is barred from the episode already, or is not.
    case barStands(Bool)
    /// The account is noted as of the family already, or is not.
    case tieStands(Bool)
    /// The account has no such token.
    case noSuchToken
    /// The token would allow what whoever makes it may not do.
    case tokenGoesTooFar(Action)
    /// The account has roles at another place, which the token would open, too.
    case tokenReachesElsewhere
    /// The password was set within a day.
    case passwordIsNew
}

extension AccountWorkFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .unknownAccount(let code):
            "there is no account \(code) here; `homeward account list` shows those that there are"
        case .unknownStaff(let staff, let nearest):
            "the site's file names nobody of the code \(staff)" + (nearest.map { "; the nearest is \($0)" } ?? "")
        case .roleElsewhere(let role):
            role.isOfNetwork
                ? "\(role.rawValue) is a role of the network; leave --site out"
                : "\(role.rawValue) is a role at a site; say which with --site"
        case .staffNeeded(let role):
            "a \(role.rawValue) works with families; say with --staff under which code of the site's file"
        case .noSuchGrant(let role): "the account has no role \(role.rawValue) there that could be taken back"
        case .nothingToCover(let staff):
            "no account works there as \(staff) on those days, so there is nothing to cover"
        case .endsBeforeItBegins: "the last day lies before the first"
        case .barStands(let stands):
            stands ? "the account is barred from this episode already" : "the account is not barred from this episode"
        case .tieStands(let stands):
            stands
                ? "the account is noted as of this family already" : "the account is not noted as of this family"
        case .passwordIsNew:
            "the account's password was set within 24 hours, so its second factor cannot be replaced yet; try again later"
        case .tokenGoesTooFar(let action):
            "a token allows nothing that whoever makes it may not do themselves, and \(action.rawValue) is such a thing"
        case .tokenReachesElsewhere:
            "the account has roles at another site or in the network, which the token would open, too: the operator makes it"
        case .noSuchToken: "the account has no token of that prefix that could be taken back"
        }
    }
}
