/// As which account PostgreSQL's programs are run.
package enum ServerIdentity: Sendable, Hashable {
    /// As the caller, who is not root.
    case caller(HostAccount)
    /// As another account, by way of `setpriv`; the caller is root. With `passingClosedFolders` the programs keep the
    /// one capability that lets them walk through folders closed to the account.
    case account(HostAccount, passingClosedFolders: Bool)

    /// The account the server runs as.
    package var account: HostAccount {
        switch self {
        case .caller(let account), .account(let account, _): account
        }
    }

    /// What stands before a program's own words: nothing, or `setpriv` with its flags.
    var prefix: [String] {
        guard case .account(let account, let passing) = self else { return [] }
        var words = ["setpriv", "--reuid=\(account.number)", "--regid=\(account.group)", "--clear-groups"]
        if passing { words += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"] }
        return words + ["--"]
    }
}
