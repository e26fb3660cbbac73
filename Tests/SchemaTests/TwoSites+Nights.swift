extension TwoSites {
    /// The ledger of nightly work, and what nights find out beside what is owed.
    static let nights: [Seed] = [
        Seed(
            table: "job.occurrence",
            template: """
                INSERT INTO job.occurrence
                VALUES (:site, 'sweep', '2026-03-01', 'done', 1, 1, '2026-03-01Z', '2026-03-01Z', '2026-03-01Z',
                    '2026-03-01Z', NULL, 10, 2, '{"messages": 2}', NULL)
                """),
        Seed(
            table: "job.lease",
            template: """
                INSERT INTO job.lease VALUES (:site, 'sweep', '2026-03-01', 1, ':id1', '2026-03-01Z')
                """),
        Seed(
            table: "job.attempt",
            template: """
                INSERT INTO job.attempt
                VALUES (:site, 'sweep', '2026-03-01', 1, ':id1', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z', 'done',
                    10, 2, NULL)
                """),
        Seed(
            table: "job.outbox",
            template: """
                INSERT INTO job.outbox
                VALUES (:site, 'sweep', '2026-03-01', 'S-1', 'digest', 'waiting', 'Two things', 'E-1 is overdue.',
                    '2026-03-01Z', '2026-03-01Z', 0, '2026-03-01Z', NULL)
                """),
        Seed(
            table: "job.removal",
            template: """
                INSERT INTO job.removal
                VALUES (:site, 'sweep', '2026-03-01', 1, 'messages', '2025-12-01', 2, '2026-03-01Z')
                """),
        Seed(
            table: "duty.quality",
            template: "INSERT INTO duty.quality VALUES (:site, '2026-03-01', 'no-sex', '2026', 10, 2)"),
        Seed(
            table: "duty.edition_proposal",
            template: "INSERT INTO duty.edition_proposal VALUES (:site, '2025-10-01', '2025-12-31', '2026-03-01')"),
        Seed(
            table: "duty.retention",
            template: "INSERT INTO duty.retention VALUES (:site, :digest, 'child', '2045-05-15', false, ':id2')"),
    ]
}
