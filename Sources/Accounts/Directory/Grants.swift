package import CivilDate
internal import Intervention
package import Postgres
internal import Vault

/// What accounts are granted: reads all of it, gives and takes roles of the network.
package enum Grants {
    /// All grants of an account that were not revoked, past and to come too, at all sites and in the network.
    package static func of(_ account: AccountID, in transaction: Transaction) async throws -> [Grant] {
        let rows = try await transaction.query(
            """
            SELECT grant_id, role, site_id, team_id, staff, from_day, through_day, cover_for
            FROM door.grants_of(\(account.bound)) ORDER BY from_day, grant_id
            """)
        return try rows.map { try grant($0, of: account) }
    }

    private static func grant(_ row: Row, of account: AccountID) throws -> Grant {
        let (id, word, site, team) = try row.decode(UUIDBytes.self, String.self, Int32?.self, UUIDBytes?.self)
        guard let role = Role(rawValue: word) else { throw AccountFault.unreadable }
        return Grant(
            id: GrantID(id), account: account, role: role, site: site.map { SiteID($0) },
            team: team.map { TeamID($0) },
            staff: try row.decode("staff", as: String?.self).flatMap { StaffCode($0) },
            from: try row.decode("from_day", as: CivilDate.self),
            through: try row.decode("through_day", as: CivilDate?.self),
            coverFor: try row.decode("cover_for", as: String?.self).flatMap { StaffCode($0) })
    }
}

extension Grants {
    /// Says that an account's grants changed: each of its sessions needs another token.
    package static func changed(_ account: AccountID, at now: Instant, in transaction: Transaction) async throws {
        _ = try await transaction.query("SELECT door.rights_changed(\(account.bound), \(now))")
    }
}
