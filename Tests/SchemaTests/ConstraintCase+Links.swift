extension ConstraintCase {
    private static func link(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("interview.link", constraint, "UPDATE interview.link SET \(changes) WHERE site_id = 1")
    }

    /// Carers' links.
    static let carersLinks: [ConstraintCase] = [
        ConstraintCase(
            "interview.link", "link_pkey",
            """
            INSERT INTO interview.link (
                site_id, link_id, episode_id, slot, respondent, digest, made_by, made_at, expires_at)
            SELECT site_id, link_id, episode_id, slot, respondent, sha256(digest), made_by, made_at, expires_at
            FROM interview.link WHERE site_id = 1
            """),
        ConstraintCase(
            "interview.link", "link_digest_key",
            """
            INSERT INTO interview.link (
                site_id, link_id, episode_id, slot, respondent, digest, made_by, made_at, expires_at)
            SELECT site_id, gen_random_uuid(), episode_id, slot, respondent, digest, made_by, made_at, expires_at
            FROM interview.link WHERE site_id = 1
            """),
        link("link_stream_fkey", "episode_id = '10000000-0000-0000-0000-0000000000ff'"),
        link("link_slot_positive", "slot = 0"),
        link("link_respondent_known", "respondent = 'neighbour'"),
        link("link_digest_is_sha256", "digest = ''"),
        link("link_holds_a_month_at_most", "expires_at = made_at + interval '32 days'"),
        link("link_ended_after_made", "ended_at = made_at - interval '1 day'"),
        link("link_answered_key_sized", "ended_at = made_at, answered_key = 'short'"),
        link("link_answered_is_ended", "answered_key = 'form-00000000-00000000'"),
    ]
}
