extension TwoSites {
    /// What is written around the summaries of weeks.
    static let summaries: [Seed] = [
        Seed(
            table: "summary.draft",
            template: """
                INSERT INTO summary.draft (
                    site_id, draft_id, episode_id, week, account_id, version, written_by, key_id, sealed, saved_at)
                VALUES (:site, ':id1', ':id3', 2, ':id1', 1, 'T-1', 'k1', decode(repeat('ab', 40), 'hex'), '2026-01-05Z')
                """),
        Seed(
            table: "summary.comment",
            template: """
                INSERT INTO summary.comment (
                    site_id, comment_id, episode_id, week, part, narrative_id, commitment, written_by, written_at)
                VALUES (:site, ':id1', ':id3', 1, 'barriers', ':id1', :digest, 'S-1', '2026-01-06Z')
                """),
        Seed(
            table: "summary.discussion",
            template: """
                INSERT INTO summary.discussion (
                    site_id, episode_id, week, discussed_on, setting, marked_by, marked_at)
                VALUES (:site, ':id3', 1, '2026-01-06', 'supervision', 'S-1', '2026-01-06Z')
                """),
    ]
}
