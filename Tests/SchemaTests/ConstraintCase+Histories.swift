extension ConstraintCase {
    private static let nobody = #""10000000-0000-0000-0000-0000000000ff""#

    /// What hangs on an episode or a child, many rows to one.
    static let histories: [ConstraintCase] = [
        ConstraintCase("record.assignment", "assignment_pkey", again("record.assignment")),
        ConstraintCase(
            "record.assignment", "assignment_episode_fkey",
            again("record.assignment", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.assignment", "assignment_team_fkey",
            "UPDATE record.assignment SET team_id = '10000000-0000-0000-0000-0000000000ff'"),
        ConstraintCase(
            "record.assignment", "assignment_one_at_a_time",
            "UPDATE record.assignment SET to_day = '2025-03-02' WHERE to_day = '2025-03-01'"),
        ConstraintCase(
            "record.assignment", "assignment_ends_after_it_begins", "UPDATE record.assignment SET to_day = from_day"),
        ConstraintCase("record.assignment", "assignment_shape_positive", "UPDATE record.assignment SET shape = 0"),

        ConstraintCase("record.phase_spell", "phase_spell_pkey", again("record.phase_spell")),
        ConstraintCase(
            "record.phase_spell", "phase_spell_episode_fkey",
            again("record.phase_spell", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase("record.phase_spell", "phase_spell_one_current", "UPDATE record.phase_spell SET to_day = NULL"),
        ConstraintCase(
            "record.phase_spell", "phase_spell_ordinal_positive", "UPDATE record.phase_spell SET ordinal = 0"),
        ConstraintCase(
            "record.phase_spell", "phase_spell_ends_after_it_begins",
            "UPDATE record.phase_spell SET to_day = from_day - 1"),
        ConstraintCase(
            "record.phase_spell", "phase_spell_planned_after_it_begins",
            "UPDATE record.phase_spell SET planned_to_day = from_day - 1"),
        ConstraintCase("record.phase_spell", "phase_spell_shape_positive", "UPDATE record.phase_spell SET shape = 0"),

        ConstraintCase("record.contact", "contact_pkey", again("record.contact")),
        ConstraintCase(
            "record.contact", "contact_episode_fkey", again("record.contact", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase("record.contact", "contact_minutes_within_a_day", "UPDATE record.contact SET minutes = 1441"),
        ConstraintCase("record.contact", "contact_shape_positive", "UPDATE record.contact SET shape = 0"),

        ConstraintCase("record.interview", "interview_pkey", again("record.interview")),
        ConstraintCase(
            "record.interview", "interview_episode_fkey",
            again("record.interview", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.interview", "interview_score_in_range", "UPDATE record.interview SET score_billionths = 1000000001"),
        ConstraintCase(
            "record.interview", "interview_threshold_in_range", "UPDATE record.interview SET threshold_billionths = -1"),
        ConstraintCase(
            "record.interview", "interview_threshold_operator_known",
            "UPDATE record.interview SET threshold_operator = '<'"),
        ConstraintCase(
            "record.interview", "interview_valid_agrees", "UPDATE record.interview SET score_billionths = NULL"),
        ConstraintCase("record.interview", "interview_shape_positive", "UPDATE record.interview SET shape = 0"),

        ConstraintCase("record.outcome", "outcome_pkey", again("record.outcome")),
        ConstraintCase(
            "record.outcome", "outcome_episode_fkey", again("record.outcome", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase("record.outcome", "outcome_answer_known", "UPDATE record.outcome SET answer = 'perhaps'"),
        ConstraintCase("record.outcome", "outcome_shape_positive", "UPDATE record.outcome SET shape = 0"),

        ConstraintCase("record.follow_up", "follow_up_pkey", again("record.follow_up")),
        ConstraintCase(
            "record.follow_up", "follow_up_episode_fkey",
            again("record.follow_up", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase("record.follow_up", "follow_up_month_in_range", "UPDATE record.follow_up SET month = 0"),
        ConstraintCase("record.follow_up", "follow_up_shape_positive", "UPDATE record.follow_up SET shape = 0"),

        ConstraintCase("record.placement", "placement_pkey", again("record.placement")),
        ConstraintCase(
            "record.placement", "placement_child_fkey", again("record.placement", with: #"{"child_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.placement", "placement_one_at_a_time",
            "UPDATE record.placement SET ended_on = '2025-06-21' WHERE ended_on = '2025-06-20'"),
        ConstraintCase(
            "record.placement", "placement_ends_after_it_begins",
            "UPDATE record.placement SET ended_on = started_on - 1"),
        ConstraintCase(
            "record.placement", "placement_end_reason_needs_end", "UPDATE record.placement SET ended_on = NULL"),
        ConstraintCase("record.placement", "placement_shape_positive", "UPDATE record.placement SET shape = 0"),

        ConstraintCase("record.provision", "provision_pkey", again("record.provision")),
        ConstraintCase(
            "record.provision", "provision_child_fkey", again("record.provision", with: #"{"child_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.provision", "provision_one_of_a_kind_at_a_time",
            "UPDATE record.provision SET ended_on = '2025-06-21' WHERE ended_on = '2025-06-20'"),
        ConstraintCase(
            "record.provision", "provision_ends_after_it_begins", "UPDATE record.provision SET ended_on = started_on"),
        ConstraintCase("record.provision", "provision_shape_positive", "UPDATE record.provision SET shape = 0"),

        ConstraintCase("record.school_status", "school_status_pkey", again("record.school_status")),
        ConstraintCase(
            "record.school_status", "school_status_child_fkey",
            again("record.school_status", with: #"{"child_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.school_status", "school_status_shape_positive", "UPDATE record.school_status SET shape = 0"),

        ConstraintCase("record.offence", "offence_pkey", again("record.offence")),
        ConstraintCase(
            "record.offence", "offence_child_fkey", again("record.offence", with: #"{"child_id": \#(nobody)}"#)),
        ConstraintCase("record.offence", "offence_shape_positive", "UPDATE record.offence SET shape = 0"),
    ]
}
