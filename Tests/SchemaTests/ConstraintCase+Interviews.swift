extension ConstraintCase {
    private static let interview = "reporting.interview_fact"

    private static func current(_ change: String) -> String {
        "UPDATE reporting.interview_fact SET \(change) WHERE version = 2"
    }

    /// Valid interviews as reports know them.
    static let interviews: [ConstraintCase] = [
        ConstraintCase(interview, "interview_fact_pkey", again(interview)),
        ConstraintCase(
            interview, "interview_fact_one_current", again(interview, where: "version = 2", with: #"{"version": 3}"#)),
        ConstraintCase(interview, "interview_fact_site_fkey", again(interview, with: #"{"site_id": 99}"#)),
        ConstraintCase(interview, "interview_fact_episode_key_is_digest", current("episode_key = ''")),
        ConstraintCase(interview, "interview_fact_key_is_digest", current("fact_key = ''")),
        ConstraintCase(interview, "interview_fact_version_positive", current("version = 0")),
        ConstraintCase(interview, "interview_fact_known_from_finite", current("known_from = '-infinity'")),
        ConstraintCase(interview, "interview_fact_known_in_order", current("known_to = known_from")),
        ConstraintCase(interview, "interview_fact_score_in_range", current("score_billionths = 1000000001")),
        ConstraintCase(interview, "interview_fact_shape_positive", current("shape = 0")),
    ]
}
