extension ConstraintCase {
    private static func draft(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("summary.draft", constraint, "UPDATE summary.draft SET \(changes) WHERE site_id = 1")
    }

    private static func draftAgain(_ constraint: String, _ id: String) -> ConstraintCase {
        ConstraintCase(
            "summary.draft", constraint,
            """
            INSERT INTO summary.draft (
                site_id, draft_id, episode_id, week, account_id, version, written_by, key_id, sealed, saved_at)
            SELECT site_id, \(id), episode_id, week, account_id, version, written_by, key_id, sealed, saved_at
            FROM summary.draft WHERE site_id = 1
            """)
    }

    private static func comment(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("summary.comment", constraint, "UPDATE summary.comment SET \(changes) WHERE site_id = 1")
    }

    private static func discussion(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("summary.discussion", constraint, "UPDATE summary.discussion SET \(changes) WHERE site_id = 1")
    }

    private static let nothing = "'10000000-0000-0000-0000-0000000000ff'"

    /// What is written around the summaries of weeks.
    static let summaries: [ConstraintCase] = [
        draftAgain("draft_pkey", "draft_id"),
        draftAgain("draft_one_of_a_version", nothing),
        draft("draft_account_fkey", "account_id = \(nothing)"),
        draft("draft_stream_fkey", "episode_id = \(nothing)"),
        draft("draft_week_positive", "week = 0"),
        draft("draft_version_positive", "version = 0"),
        draft("draft_sealed_long_enough", "sealed = ''"),
        draft("draft_saved_at_finite", "saved_at = 'infinity'"),
        ConstraintCase(
            "summary.comment", "comment_pkey",
            """
            INSERT INTO summary.comment (
                site_id, comment_id, episode_id, week, part, narrative_id, commitment, written_by, written_at)
            SELECT site_id, comment_id, episode_id, week, part, narrative_id, commitment, written_by, written_at
            FROM summary.comment WHERE site_id = 1
            """),
        comment("comment_stream_fkey", "episode_id = \(nothing)"),
        comment("comment_week_positive", "week = 0"),
        comment("comment_part_known", "part = 'weather'"),
        comment("comment_commitment_is_sha256", "commitment = ''"),
        comment("comment_written_at_finite", "written_at = 'infinity'"),
        ConstraintCase(
            "summary.discussion", "discussion_pkey",
            """
            INSERT INTO summary.discussion (site_id, episode_id, week, discussed_on, setting, marked_by, marked_at)
            SELECT site_id, episode_id, week, discussed_on, setting, marked_by, marked_at
            FROM summary.discussion WHERE site_id = 1
            """),
        discussion("discussion_stream_fkey", "episode_id = \(nothing)"),
        discussion("discussion_week_positive", "week = 0"),
        discussion("discussion_setting_known", "setting = 'corridor'"),
        discussion("discussion_discussed_on_finite", "discussed_on = 'infinity'"),
        discussion("discussion_marked_at_finite", "marked_at = 'infinity'"),
    ]
}
