extension ConstraintCase {
    private static let fact = "reporting.episode_fact"

    private static func current(_ change: String) -> String {
        "UPDATE reporting.episode_fact SET \(change) WHERE version = 2"
    }

    private static let notClosed = """
        closed_on = NULL, closed_team = NULL, closure_reason = NULL, closure_group = NULL, stay_days = NULL,
        interview_expected = NULL
        """

    /// Reporting facts.
    static let reporting: [ConstraintCase] = [
        ConstraintCase(fact, "episode_fact_pkey", again(fact)),
        ConstraintCase(fact, "episode_fact_one_current", again(fact, where: "version = 2", with: #"{"version": 3}"#)),
        ConstraintCase(fact, "episode_fact_site_fkey", again(fact, with: #"{"site_id": 99}"#)),
        ConstraintCase(
            fact, "episode_fact_decided_team_needs_decision",
            "UPDATE reporting.episode_fact SET decided_team = 'north' WHERE version = 1"),
        ConstraintCase(
            fact, "episode_fact_closed_team_needs_closing",
            "UPDATE reporting.episode_fact SET closed_team = 'north' WHERE version = 1"),
        ConstraintCase(fact, "episode_fact_key_is_digest", current("fact_key = ''")),
        ConstraintCase(fact, "episode_fact_version_positive", current("version = 0")),
        ConstraintCase(fact, "episode_fact_known_from_finite", current("known_from = '-infinity'")),
        ConstraintCase(fact, "episode_fact_known_in_order", current("known_to = known_from")),
        ConstraintCase(fact, "episode_fact_versions_positive", current("model_version = 0")),
        ConstraintCase(fact, "episode_fact_sex_known", current("sex = 'X'")),
        ConstraintCase(fact, "episode_fact_deprivation_decile_in_range", current("deprivation_decile = 11")),
        ConstraintCase(fact, "episode_fact_age_not_negative", current("age_months = -1")),
        ConstraintCase(
            fact, "episode_fact_decision_known", current("decision = 'maybe', started_on = NULL, \(notClosed)")),
        ConstraintCase(fact, "episode_fact_decision_dated", current("decided_on = NULL, decided_team = NULL")),
        ConstraintCase(fact, "episode_fact_decline_reason_paired", current("decline_reason = 'age'")),
        ConstraintCase(fact, "episode_fact_decided_after_referral", current("referred_on = '2025-01-09'")),
        ConstraintCase(
            fact, "episode_fact_started_only_if_accepted",
            current("decision = 'declined', decline_reason = 'age', \(notClosed)")),
        ConstraintCase(fact, "episode_fact_started_after_decision", current("started_on = '2025-01-07'")),
        ConstraintCase(
            fact, "episode_fact_closed_only_if_accepted",
            current(
                "decision = 'declined', decline_reason = 'age', started_on = NULL, stay_days = NULL, interview_expected = NULL"
            )),
        ConstraintCase(fact, "episode_fact_closed_after_start", current("closed_on = '2025-01-14'")),
        ConstraintCase(fact, "episode_fact_closing_paired", current("closure_reason = NULL")),
        ConstraintCase(fact, "episode_fact_closure_group_known", current("closure_group = 'other'")),
        ConstraintCase(fact, "episode_fact_stay_needs_both_ends", current("started_on = NULL")),
        ConstraintCase(fact, "episode_fact_interview_expected_needs_stay", current("interview_expected = NULL")),
        ConstraintCase(fact, "episode_fact_stay_not_negative", current("stay_days = -1")),
        ConstraintCase(fact, "episode_fact_at_home_known", current("at_home = 'perhaps'")),
        ConstraintCase(fact, "episode_fact_in_school_or_work_known", current("in_school_or_work = 'perhaps'")),
        ConstraintCase(fact, "episode_fact_no_new_arrests_known", current("no_new_arrests = 'perhaps'")),
        ConstraintCase(fact, "episode_fact_interviews_not_negative", current("interviews = -1, adherent = NULL")),
        ConstraintCase(fact, "episode_fact_score_sum_in_range", current("score_sum_billionths = 1000000001")),
        ConstraintCase(fact, "episode_fact_threshold_paired", current("threshold_operator = NULL")),
        ConstraintCase(fact, "episode_fact_threshold_in_range", current("threshold_billionths = -1")),
        ConstraintCase(fact, "episode_fact_threshold_operator_known", current("threshold_operator = '<'")),
        ConstraintCase(
            fact, "episode_fact_adherent_needs_interviews", current("interviews = 0, score_sum_billionths = 0")),
        ConstraintCase(fact, "episode_fact_shape_positive", current("shape = 0")),
        ConstraintCase(fact, "episode_fact_child_key_is_digest", current("child_key = ''")),
        ConstraintCase(fact, "episode_fact_child_key_from_shape_2", current("shape = 2")),
    ]
}
