import EpisodeFixtures
import Postgres

extension SiteScopeTests {
    /// One row in every table of what is written around summaries and referrals; there is a bar to take account and episode from.
    func summaries(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        try await world.transaction(in: site) { transaction in
            for statement: Statement in [
                """
                INSERT INTO summary.draft (
                    site_id, draft_id, episode_id, week, account_id, version, written_by, key_id, sealed, saved_at)
                SELECT site_id, gen_random_uuid(), episode_id, 1, account_id, 1, 'fixture', 'k1',
                    \([UInt8](repeating: 7, count: 40)), now()
                FROM access.bar
                """,
                """
                INSERT INTO summary.comment (
                    site_id, comment_id, episode_id, week, part, narrative_id, commitment, written_by, written_at)
                SELECT b.site_id, gen_random_uuid(), b.episode_id, 1, 'fit', gen_random_uuid(),
                    \([UInt8](repeating: 7, count: 32)), 'fixture', now()
                FROM access.bar AS b
                """,
                """
                INSERT INTO summary.discussion (site_id, episode_id, week, discussed_on, setting, marked_by, marked_at)
                SELECT site_id, episode_id, 1, '2026-03-01', 'supervision', 'fixture', now() FROM access.bar
                """,
                """
                INSERT INTO referral.owner (site_id, episode_id, turn, staff, given_at, given_by)
                SELECT site_id, episode_id, 1, 'fixture', now(), 'fixture' FROM access.bar
                """,
            ] {
                try await transaction.execute(statement)
            }
        }
    }
}
