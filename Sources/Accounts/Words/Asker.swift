package import CivilDate

/// Who asks for something: a signed-in account with its grants, or the programme.
package enum Asker: Hashable, Sendable {
    /// The programme on its own: nightly work, start-up, invented networks.
    case programme
    /// Whoever works at the command line and may read the home's keys.
    case `operator`
    /// Somebody with an account.
    case account(Seat)

    /// An account as it asks: its grants, and by which way it came.
    package struct Seat: Hashable, Sendable {
        /// The ways in which an account can ask.
        package enum Way: String, Hashable, Sendable {
            /// Signed in with a browser.
            case session
            /// With a token of the API, which has scopes of its own.
            case token
            /// The operator, narrowed to the account with `--for`.
            case commandLine = "command-line"
        }

        /// The account.
        package let account: AccountID
        /// Its code.
        package let code: AccountCode
        /// All its grants that were not revoked, past and to come too: the day of the site decides which hold.
        package let grants: [Grant]
        /// By which way it asks.
        package let way: Way
        /// The only actions that the way allows; nil for all that the grants allow.
        package let only: Set<Action>?

        /// When the second factor was last given in this session; nil when it was not.
        package let factorAt: Instant?

        /// An account as it asks.
        package init(
            account: AccountID, code: AccountCode, grants: [Grant], way: Way, only: Set<Action>? = nil,
            factorAt: Instant? = nil
        ) {
            self.account = account
            self.code = code
            self.grants = grants
            self.way = way
            self.only = only
            self.factorAt = factorAt
        }

        /// The same account, with the grants that it has now.
        package func with(_ grants: [Grant]) -> Seat {
            Seat(account: account, code: code, grants: grants, way: way, only: only, factorAt: factorAt)
        }
    }
}
