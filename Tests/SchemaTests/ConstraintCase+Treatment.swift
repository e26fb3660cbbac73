extension ConstraintCase {
    private static let nobody = #""10000000-0000-0000-0000-0000000000ff""#

    /// Participants, what models record, trackers and modules.
    static let treatment: [ConstraintCase] = [
        ConstraintCase("record.participant", "participant_pkey", again("record.participant")),
        ConstraintCase(
            "record.participant", "participant_episode_fkey",
            again("record.participant", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.participant", "participant_one_spell_at_a_time",
            "UPDATE record.participant SET to_day = '2025-02-16' WHERE to_day = '2025-02-15'"),
        ConstraintCase(
            "record.participant", "participant_ends_after_it_begins", "UPDATE record.participant SET to_day = from_day"),
        ConstraintCase("record.participant", "participant_shape_positive", "UPDATE record.participant SET shape = 0"),

        ConstraintCase("record.model_fact", "model_fact_pkey", again("record.model_fact")),
        ConstraintCase(
            "record.model_fact", "model_fact_episode_fkey",
            again("record.model_fact", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.model_fact", "model_fact_ends_after_it_begins", "UPDATE record.model_fact SET to_day = from_day"),
        ConstraintCase(
            "record.model_fact", "model_fact_codes_are_an_object", "UPDATE record.model_fact SET codes = '[]'"),
        ConstraintCase("record.model_fact", "model_fact_shape_positive", "UPDATE record.model_fact SET shape = 0"),

        ConstraintCase("record.tracker_state", "tracker_state_pkey", again("record.tracker_state")),
        ConstraintCase(
            "record.tracker_state", "tracker_state_fact_fkey",
            again("record.tracker_state", with: #"{"fact_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.tracker_state", "tracker_state_ends_after_it_begins",
            "UPDATE record.tracker_state SET to_day = from_day - 1"),
        ConstraintCase(
            "record.tracker_state", "tracker_state_shape_positive", "UPDATE record.tracker_state SET shape = 0"),

        ConstraintCase("record.module_run", "module_run_pkey", again("record.module_run")),
        ConstraintCase(
            "record.module_run", "module_run_episode_fkey",
            again("record.module_run", with: #"{"episode_id": \#(nobody)}"#)),
        ConstraintCase(
            "record.module_run", "module_run_ends_after_it_begins",
            "UPDATE record.module_run SET to_day = from_day - 1"),
        ConstraintCase(
            "record.module_run", "module_run_ends_in_one_way", "UPDATE record.module_run SET ending = NULL"),
        ConstraintCase(
            "record.module_run", "module_run_reason_for_the_unmet", "UPDATE record.module_run SET unmet = '{}'"),
        ConstraintCase(
            "record.module_run", "module_run_signed_by_somebody_on_a_day",
            "UPDATE record.module_run SET signed_on = NULL"),
        ConstraintCase("record.module_run", "module_run_shape_positive", "UPDATE record.module_run SET shape = 0"),
    ]
}
