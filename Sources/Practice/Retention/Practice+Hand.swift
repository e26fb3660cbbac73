import Accounts
import EpisodeStore
import Intervention
import Postgres

extension Practice {
    /// Whose hand does something that takes two people: the account, when its owner is there; else the operator.
    ///
    /// Whoever may read the home's keys may stand in for any account with `--for`: the record then says for whom it was
    /// done, but that is no second person. A session or a code of the second factor is the owner's own.
    /// - Parameter code: what the owner of the account typed at the command line; nil when nobody asked.
    /// - Throws: ``Denial`` when the code is wrong, used before, or the account has no second factor.
    func hand(
        proving code: String? = nil, for action: Action = .approveDisposal, in transaction: Transaction
    ) async throws -> StaffCode {
        guard case .account(let seat) = asker else { return Author.operator.recordedBy }
        guard seat.way == .commandLine else { return seat.staffCode }
        guard let code else { return Author.operator.recordedBy }
        let isRight = try await Factors(vault: store.vault)
            .verify(code, of: seat.account, at: clock.now(), in: transaction)
        guard isRight else { throw Denial(fault: .stepUpNeeded(action)) }
        return seat.staffCode
    }
}
