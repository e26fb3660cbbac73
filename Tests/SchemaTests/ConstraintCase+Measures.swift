extension ConstraintCase {
    private static let fact = "reporting.model_fact"

    private static func current(_ change: String) -> String {
        "UPDATE reporting.model_fact SET \(change) WHERE version = 2"
    }

    private static func episode(_ constraint: String, _ version: Int, _ change: String) -> ConstraintCase {
        ConstraintCase(
            "reporting.episode_fact", constraint,
            "UPDATE reporting.episode_fact SET \(change) WHERE version = \(version)")
    }

    /// What models measure: the columns of episodes' facts, of which the first version is not closed, and their own.
    static let measures: [ConstraintCase] = [
        episode("episode_fact_onward_only_if_declined", 2, "onward_service = 'early-help'"),
        episode("episode_fact_moved_home_after_start", 2, "moved_home_on = '2025-01-14'"),
        episode("episode_fact_further_answers_is_object", 2, "further_answers = '[]'"),
        episode("episode_fact_further_answers_need_closing", 1, #"further_answers = '{"x": "yes"}'"#),
        episode("episode_fact_follow_ups_is_object", 2, "follow_ups = '[]'"),
        episode("episode_fact_follow_ups_need_closing", 1, #"follow_ups = '{"6": "refused"}'"#),
        ConstraintCase(fact, "model_fact_pkey", again(fact)),
        ConstraintCase(fact, "model_fact_one_current", again(fact, where: "version = 2", with: #"{"version": 3}"#)),
        ConstraintCase(fact, "model_fact_site_fkey", again(fact, with: #"{"site_id": 99}"#)),
        ConstraintCase(fact, "model_fact_episode_key_is_digest", current("episode_key = ''")),
        ConstraintCase(fact, "model_fact_key_is_digest", current("fact_key = ''")),
        ConstraintCase(fact, "model_fact_version_positive", current("version = 0")),
        ConstraintCase(fact, "model_fact_known_from_finite", current("known_from = '-infinity'")),
        ConstraintCase(fact, "model_fact_known_in_order", current("known_to = known_from")),
        ConstraintCase(fact, "model_fact_sort_known", current("sort = 'tracker'")),
        ConstraintCase(fact, "model_fact_subject_key_is_digest", current("subject_key = ''")),
        ConstraintCase(fact, "model_fact_family_has_no_key", current("subject_role = 'family'")),
        ConstraintCase(fact, "model_fact_held_in_order", current("held_until = '2025-05-31'")),
        ConstraintCase(fact, "model_fact_codes_is_object", current("codes = '[]'")),
        ConstraintCase(fact, "model_fact_shape_positive", current("shape = 0")),
        ConstraintCase(fact, "model_fact_ordinal_positive", current("ordinal = 0")),
    ]
}
