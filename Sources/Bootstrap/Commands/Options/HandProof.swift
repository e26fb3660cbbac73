import Accounts
import ArgumentParser

/// What shows that the owner of the account of `--for` is there, and not the operator alone.
enum HandProof {
    /// The code of the second factor that the owner types; nil where nobody asked for it.
    /// - Throws: status 64 without `--for`: the operator has no second factor.
    static func read(_ isWanted: Bool, _ invocation: Invocation) throws -> String? {
        guard isWanted else { return nil }
        guard let account = invocation.account else {
            throw CommandFault(.usage, "--prove goes with --for: say whose second factor it is")
        }
        return try SecretInput.line(
            "A code of the second factor of \(account), which is not shown:", invocation.console)
    }
}
