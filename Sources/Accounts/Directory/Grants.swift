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
        return try read(rows, of: account)
    }

    /// The grants of rows that may have none in them.
    static func read(_ rows: Rows, of account: AccountID) throws -> [Grant] {
        try rows.compactMap { row in
            try row.decode("grant_id", as: UUIDBytes?.self) == nil ? nil : try grant(row, of: account)
        }
    }

    private static func grant(_ row: Row, of account: AccountID) throws -> Grant {
        guard let role = Role(rawValue: try row.decode("role", as: String.self)) else { throw AccountFault.unreadable }
        return Grant(
            id: GrantID(try row.decode("grant_id", as: UUIDBytes.self)), account: account, role: role,
            site: try row.decode("site_id", as: Int32?.self).map { SiteID($0) },
            team: try row.decode("team_id", as: UUIDBytes?.self).map { TeamID($0) },
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
