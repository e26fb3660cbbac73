extension TwoSites {
    /// What hangs on a team, and prospective sites.
    static let teams: [Seed] = [
        Seed(
            table: "record.team_session",
            template: """
                INSERT INTO record.team_session VALUES (:site, ':id1', ':id5', 'supervision', '2026-01-07', 3, 1)
                """),
        Seed(
            table: "record.team_attendance",
            template: "INSERT INTO record.team_attendance VALUES (:site, ':id1', ':id5', 'T-1', 1)"),
        Seed(
            table: "record.training",
            template: "INSERT INTO record.training VALUES (:site, ':id1', 'T-1', 'orientation', '2025-12-01', 1)"),
        Seed(
            table: "record.on_call_spell",
            template: """
                INSERT INTO record.on_call_spell VALUES (:site, ':id1', 'T-1', '2026-01-05', '2026-01-11', 1)
                """),
        Seed(
            table: "on_call.call",
            template: """
                INSERT INTO on_call.call (
                    site_id, call_id, team_id, episode_id, caller, done, came_at, narrative_id, commitment, taken_by,
                    recorded_at)
                VALUES (:site, ':id1', ':id1', ':id3', 'police', 'advice', '2026-01-05 03:00Z', ':id1', :digest, 'T-1',
                    '2026-01-05 03:10Z')
                """),
        Seed(
            table: "interview.attempt",
            template: """
                INSERT INTO interview.attempt (site_id, attempt_id, episode_id, slot, outcome, made_at, made_by)
                VALUES (:site, ':id1', ':id3', 1, 'no-answer', '2026-01-05Z', 'I-1')
                """),
        Seed(
            table: "interview.link",
            template: """
                INSERT INTO interview.link (
                    site_id, link_id, episode_id, slot, respondent, digest, made_by, made_at, expires_at)
                VALUES (
                    :site, ':id1', ':id3', 1, 'mother', decode(repeat('a:site', 32), 'hex'), 'S-1', '2026-01-05Z',
                    '2026-01-19Z')
                """),
        Seed(
            table: "referral.owner",
            template: """
                INSERT INTO referral.owner (site_id, episode_id, turn, staff, given_at, given_by)
                VALUES (:site, ':id3', 1, 'S-1', '2026-01-05Z', 'S-2')
                """),
        Seed(
            table: "on_call.handover",
            template: "INSERT INTO on_call.handover VALUES (:site, ':id1', '2026-01-05', 'S-1', '2026-01-05 09:00Z', 1)"
        ),
        Seed(
            table: "record.licence_term",
            template: """
                INSERT INTO record.licence_term VALUES (:site, ':id1', '2025-01-01', '2026-12-31', '2024-12-01', 1)
                """),
        Seed(
            table: "record.briefing",
            template: "INSERT INTO record.briefing VALUES (:site, ':id1', ':id6', '2026-01-20', 'school', 12, 1)"),
        Seed(
            table: "duty.measure_slot",
            template: "INSERT INTO duty.measure_slot VALUES (:site, ':id1', 'sam', '2026-01-01')"),
        Seed(
            table: "duty.measure_rater",
            template: "INSERT INTO duty.measure_rater VALUES (:site, ':id1', 'sam', '2026-01-01', 'T-1')"),
        Seed(
            table: "site.prospect",
            template: "INSERT INTO site.prospect VALUES ('prospect-:site', 'Prospect :site')"),
        Seed(
            table: "site.prospect_stage",
            template: """
                INSERT INTO site.prospect_stage
                VALUES ('prospect-:site', 1, 'A', '2025-10-01', '2025-10-02Z', 'operator')
                """),
        Seed(
            table: "edition.edition",
            template: """
                INSERT INTO edition.edition
                VALUES (:site, 'dfe', '2025-01-01', '2025-12-31', NULL, '2026-01-05Z', '{}', repeat('ab', 32),
                    '2026-01-05Z', 'operator')
                """),
        Seed(table: "edition.secret", template: "INSERT INTO edition.secret VALUES (:site, '{}')"),
        Seed(
            table: "site.outlier",
            template: """
                INSERT INTO site.outlier
                VALUES (:site, :site, 'mst', 'completed', '2025-01-01', '2025-12-31', 18, 33, 402, 471, 'alarm',
                    '2026-01-05Z', '2026-02-02', '2026-01-05Z', 'operator')
                """),
        Seed(
            table: "site.outlier_step",
            template: """
                INSERT INTO site.outlier_step
                VALUES (:site, :site, 1, 'answered', 'data-right', 'a note', '2026-01-06', '2026-01-06Z', 'operator')
                """),
        Seed(
            table: "site.programme_review",
            template: """
                INSERT INTO site.programme_review
                VALUES (:site, 1, '2025-07-01', '2025-12-31', '2026-01-05Z', '[]', '{}', 'a review', 'part',
                    sha256('a review'), '2026-01-05Z', 'operator')
                """),
    ]
}
