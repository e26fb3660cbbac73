import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import ScratchPostgres

extension WebWorld {
    /// Gives the first site a licence, a letterhead, and in its team for MST a supervisor and therapists: one leaves soon.
    func staffed() async throws {
        let leaves = FixtureWorld.today.adding(days: 20)
        try await license(
            besides: [
                "letterhead: [1 Invented Street, Telephone 01632 960000]",
                "settings:",
                "- {model: mst, key: caseload-most, value: 5, from: \(Self.postsBegin), reason: Long ways}",
            ],
            staff: [
                "code: s-1, role: supervisor, fte: 1", "code: t-1, role: therapist, fte: 1",
                "code: t-2, role: therapist, fte: 0.5, until: \(leaves)",
            ])
    }

    /// A supervisor of the first site.
    func supervisor() async throws -> Browser {
        let account = try await account("boss", .supervisor)
        try await post(account, as: "s-1")
        return try await browser(of: account)
    }

    /// Lets an account stand in for somebody at the first site, from today for a week.
    func cover(_ account: AccountID, for staff: String) async throws {
        let (from, through) = (FixtureWorld.today, FixtureWorld.today.adding(days: 7))
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO access.site_grant (
                    site_id, grant_id, account_id, role, staff, from_day, through_day, cover_for, granted_by, granted_at)
                SELECT site_id, gen_random_uuid(), \(account.description)::text::uuid, 'therapist', 't-2', \(from), \(through),
                    \(staff), 'fixture', now()
                FROM site.site WHERE code = 'north'
                """)
        }
    }
}
