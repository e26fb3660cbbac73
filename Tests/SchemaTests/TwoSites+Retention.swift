extension TwoSites {
    /// How long records are kept, what holds them, and what stays of one that was disposed of: a child of no other row.
    static let retention: [Seed] = [
        Seed(
            table: "retention.hold",
            template: """
                INSERT INTO retention.hold (site_id, hold_id, child_id, narrative_id, commitment, placed_by, placed_at)
                VALUES (:site, ':id1', ':id2', ':id1', :digest, 'operator', '2026-01-01Z')
                """),
        Seed(
            table: "retention.proposal",
            template: """
                INSERT INTO retention.proposal (site_id, number, proposed_on, proposed_by, proposed_at, proposer)
                VALUES (:site, 1, '2026-01-01', 'operator', '2026-01-01Z', 'operator'),
                    (:site, 2, '2026-01-01', 'operator', '2026-01-01Z', 'operator')
                """),
        Seed(
            table: "retention.proposed_child",
            template: """
                WITH due AS (
                    INSERT INTO duty.retention (site_id, child_key, class, keep_through, is_proposed, child_id)
                    VALUES (:site, :zero, 'every-record', '2020-01-01', true, ':id9')
                )
                INSERT INTO retention.proposed_child
                VALUES (:site, 1, ':id9', 'every-record', '2020-01-01', NULL),
                    (:site, 2, ':id8', 'every-record', '2020-01-01', NULL)
                """),
        Seed(
            table: "retention.pending_key",
            template: """
                WITH approved AS (
                    UPDATE retention.proposal SET approved_by = 'gov-1', approved_at = '2026-01-02Z', approver = 'gov-1'
                    WHERE site_id = :site AND number = 1
                )
                INSERT INTO retention.pending_key VALUES (:site, ':id9')
                """),
        Seed(
            table: "retention.destroyed_key",
            template: """
                INSERT INTO retention.destroyed_key VALUES (:site, 'k0123456789abcdef', '2026-01-03Z')
                """),
        Seed(
            table: "record.stub",
            template: """
                INSERT INTO record.stub
                VALUES (:site, 'child', ':id9', ':id9', 1, 'every-record', '2026-01-03', 3, :digest)
                """),
    ]
}
