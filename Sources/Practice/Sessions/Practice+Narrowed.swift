import Accounts
import Intervention
import Postgres
import Sites

extension Practice {
    /// The same practice for an account, which the operator stands in for: it gets what the account may have.
    /// - Throws: ``PracticeFault/unknownAccount(_:)`` when there is none of that code, or it is disabled.
    package func narrowed(to account: AccountCode) async throws -> Practice {
        let seat = try await PracticeFault.translating {
            try await application.transaction(access: .readOnly) { transaction in
                try await AccountDirectory.seat(of: account, way: .commandLine, in: transaction)
            }
        }
        guard let seat else { throw PracticeFault.unknownAccount(account) }
        return asking(.account(seat))
    }
}
