internal import Intervention
package import Postgres

extension Asker.Seat {
    /// The same account with the grants that it has now; nil when it was closed meanwhile. What somebody may do is asked in
    /// the transaction that does it.
    package func renewed(in transaction: Transaction) async throws -> Asker.Seat? {
        let isClosed = try await transaction.query("SELECT disabled FROM door.account_of(\(code.text))")
            .column(0, as: Bool.self).first
        guard isClosed == false else { return nil }
        return with(try await Grants.of(account, in: transaction))
    }
}
