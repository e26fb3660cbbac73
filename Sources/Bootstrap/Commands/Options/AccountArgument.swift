import Accounts
import ArgumentParser
import Intervention

/// The code of an account on the command line.
struct AccountArgument: ExpressibleByArgument, Sendable {
    /// The code.
    let code: AccountCode

    init?(argument: String) {
        guard let code = AccountCode(argument) else { return nil }
        self.code = code
    }
}
