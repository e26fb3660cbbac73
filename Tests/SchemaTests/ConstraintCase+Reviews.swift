extension ConstraintCase {
    private static func review(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("site.programme_review", constraint, again("site.programme_review", with: "{\(changes)}"))
    }

    /// Programme reviews as they were frozen.
    static let reviews: [ConstraintCase] = [
        review("programme_review_pkey", ""),
        review("programme_review_site_fkey", #""site_id": 99"#),
        review("programme_review_no_positive", #""review_no": 0"#),
        review("programme_review_period_in_order", #""review_no": 2, "from_day": "2026-01-01""#),
        review("programme_review_goals_is_list", #""review_no": 2, "goals": {}"#),
        review("programme_review_checksum_is_digest", #""review_no": 2, "checksum": "\\x00""#),
        review("programme_review_times_finite", #""review_no": 2, "known_at": "infinity""#),
    ]
}
