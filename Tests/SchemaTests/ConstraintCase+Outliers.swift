extension ConstraintCase {
    private static func outlier(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("site.outlier", constraint, again("site.outlier", with: "{\(changes)}"))
    }

    private static func step(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase("site.outlier_step", constraint, again("site.outlier_step", with: "{\(changes)}"))
    }

    /// What stands out of a comparison.
    static let outliers: [ConstraintCase] = [
        outlier("outlier_pkey", ""),
        outlier("outlier_site_fkey", #""site_id": 99"#),
        outlier("outlier_once", #""outlier_no": 9"#),
        outlier("outlier_period_in_order", #""outlier_no": 9, "from_day": "2026-01-01""#),
        outlier("outlier_part_of_whole", #""outlier_no": 9, "numerator": 34"#),
        outlier("outlier_network_part_of_whole", #""outlier_no": 9, "network_numerator": 17"#),
        outlier("outlier_signal_known", #""outlier_no": 9, "signal": "none""#),
        outlier("outlier_times_finite", #""outlier_no": 9, "known_at": "infinity""#),
        outlier("outlier_answer_due_later", #""outlier_no": 9, "answer_due": "2025-12-31""#),
        step("outlier_step_pkey", ""),
        step("outlier_step_outlier_fkey", #""outlier_no": 99"#),
        step("outlier_step_ordinal_positive", #""ordinal": 0"#),
        step("outlier_step_known", #""ordinal": 2, "step": "noted", "finding": null"#),
        step("outlier_step_finding_known", #""ordinal": 2, "finding": "watch""#),
        step("outlier_step_note_present", #""ordinal": 2, "note": " ""#),
        step("outlier_step_recorded_at_finite", #""ordinal": 2, "recorded_at": "infinity""#),
    ]
}
