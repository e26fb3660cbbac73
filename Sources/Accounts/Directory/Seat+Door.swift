internal import Intervention
package import Postgres
internal import Vault

extension Asker.Seat {
    /// The same account with the grants that it has now; nil when it was closed meanwhile. What somebody may do is asked in
    /// the transaction that does it.
    package func renewed(in transaction: Transaction) async throws -> Asker.Seat? {
        try renewed(by: await transaction.query(renewal))
    }

    /// Asks for the account and its grants, for ``renewed(by:)``.
    package var renewal: Statement {
        """
        SELECT g.grant_id, g.role, g.site_id, g.team_id, g.staff, g.from_day, g.through_day, g.cover_for, a.disabled
        FROM door.account_of(\(code.text)) AS a LEFT JOIN LATERAL door.grants_of(\(account.bound)) AS g ON true
        ORDER BY g.from_day, g.grant_id
        """
    }

    /// What ``renewal`` was answered with.
    package func renewed(by rows: Rows) throws -> Asker.Seat? {
        guard try rows.first?.decode("disabled", as: Bool.self) == false else { return nil }
        return with(try Grants.read(rows, of: account))
    }
}
