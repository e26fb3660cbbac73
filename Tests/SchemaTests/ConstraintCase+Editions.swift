extension ConstraintCase {
    private static func edition(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "edition.edition", constraint, again("edition.edition", where: "edition_no = 1", with: "{\(changes)}"))
    }

    /// Editions, and what is kept beside them.
    static let editions: [ConstraintCase] = [
        edition("edition_pkey", ""),
        edition("edition_number_positive", #""edition_no": 0"#),
        edition("edition_profile_known", #""edition_no": 9, "profile": "all""#),
        edition("edition_period_in_order", #""edition_no": 9, "from_day": "2026-01-01""#),
        edition("edition_restates_fkey", #""edition_no": 9, "restates": 8"#),
        edition("edition_restates_earlier", #""edition_no": 9, "restates": 9"#),
        edition("edition_times_finite", #""edition_no": 9, "frozen_at": "infinity""#),
        edition("edition_frozen_after_cut", #""edition_no": 9, "frozen_at": "2026-01-04Z""#),
        edition("edition_hash_is_sha256", #""edition_no": 9, "hash": "ab""#),
        ConstraintCase("edition.secret", "secret_pkey", "INSERT INTO edition.secret VALUES (1, '{}')"),
        ConstraintCase("edition.secret", "secret_edition_fkey", "INSERT INTO edition.secret VALUES (9, '{}')"),
    ]
}
