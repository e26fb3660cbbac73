package import CivilDate
package import Intervention
package import Postgres
internal import Vault

extension Grants {
    /// A grant that is about to be given.
    package struct Proposal: Hashable, Sendable {
        /// Who gets it.
        package let account: AccountID
        /// The role.
        package let role: Role
        /// The team; nil for the whole site, and in the network.
        package let team: TeamID?
        /// As whom they work there.
        package let staff: StaffCode?
        /// The first day.
        package let from: CivilDate
        /// The last day.
        package let through: CivilDate?
        /// Whom they stand in for.
        package let coverFor: StaffCode?

        /// A proposal.
        package init(
            account: AccountID, role: Role, team: TeamID?, staff: StaffCode?, from: CivilDate, through: CivilDate?,
            coverFor: StaffCode?
        ) {
            self.account = account
            self.role = role
            self.team = team
            self.staff = staff
            self.from = from
            self.through = through
            self.coverFor = coverFor
        }
    }

    /// Gives a grant at a site whose scope the transaction has, or in the network for nil. The account's sessions need
    /// new tokens.
    package static func give(
        _ grant: Proposal, at site: SiteID?, by author: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws {
        let id = GrantID.random()
        if let site {
            try await transaction.execute(
                """
                INSERT INTO access.site_grant (
                    site_id, grant_id, account_id, role, team_id, staff, from_day, through_day, cover_for, granted_by,
                    granted_at)
                VALUES (
                    \(site.number), \(id.bound), \(grant.account.bound), \(grant.role.rawValue),
                    \(nullable: grant.team?.bound), \(nullable: grant.staff?.text), \(grant.from),
                    \(nullable: grant.through), \(nullable: grant.coverFor?.text), \(author.text), \(now))
                """)
        } else {
            _ = try await transaction.query(
                """
                SELECT door.grant_network(
                    \(id.bound), \(grant.account.bound), \(grant.role.rawValue), \(grant.from),
                    \(nullable: grant.through), \(author.text), \(now))
                """)
        }
        try await changed(grant.account, at: now, in: transaction)
    }

    /// Takes a grant back. It stays in the history.
    package static func revoke(
        _ grant: Grant, by author: StaffCode, at now: Instant, in transaction: Transaction
    ) async throws {
        if let site = grant.site {
            try await transaction.execute(
                """
                UPDATE access.site_grant SET revoked_by = \(author.text), revoked_at = greatest(\(now), granted_at)
                WHERE site_id = \(site.number) AND grant_id = \(grant.id.bound) AND revoked_at IS NULL
                """)
        } else {
            _ = try await transaction.query(
                "SELECT door.revoke_network(\(grant.id.bound), \(author.text), \(now))")
        }
        try await changed(grant.account, at: now, in: transaction)
    }

    /// The grants under which somebody works at a site by a code of its file; no cover.
    package static func held(
        by staff: StaffCode, at site: SiteID, in transaction: Transaction
    ) async throws -> [Grant] {
        let accounts = try await transaction.query(
            """
            SELECT DISTINCT account_id FROM access.site_grant
            WHERE site_id = \(site.number) AND staff = \(staff.text) AND cover_for IS NULL AND revoked_at IS NULL
            """
        ).column(0, as: UUIDBytes.self)
        var grants: [Grant] = []
        for account in accounts { grants += try await of(AccountID(account), in: transaction) }
        return grants.filter { $0.site == site && $0.staff == staff && $0.coverFor == nil }
    }
}
