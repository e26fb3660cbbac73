extension ConstraintCase {
    private static let stranger = "10000000-0000-0000-0000-0000000000ff"

    /// The three constraints that every table of a team's rows has.
    private static func ofTeam(_ name: String) -> [ConstraintCase] {
        [
            ConstraintCase("record.\(name)", "\(name)_pkey", again("record.\(name)")),
            ConstraintCase(
                "record.\(name)", "\(name)_team_fkey",
                again("record.\(name)", with: #"{"team_id": "\#(stranger)"}"#)),
            ConstraintCase("record.\(name)", "\(name)_shape_positive", "UPDATE record.\(name) SET shape = 0"),
        ]
    }

    private static func change(_ table: String, _ constraint: String, _ change: String) -> ConstraintCase {
        ConstraintCase("record.\(table)", constraint, "UPDATE record.\(table) SET \(change)")
    }

    private static func prospect(_ constraint: String, _ changes: String) -> ConstraintCase {
        ConstraintCase(
            "site.prospect_stage", constraint, again("site.prospect_stage", where: "true", with: changes))
    }

    /// What hangs on a team, and prospective sites.
    static let teams: [ConstraintCase] =
        ["team_session", "team_attendance", "training", "on_call_spell", "licence_term", "briefing"].flatMap(ofTeam) + [
            change("team", "team_stage_known", "stage = 'G'"),
            change("team_session", "team_session_kind_known", "kind = 'meeting'"),
            change("team_session", "team_session_episodes_counted", "episodes = -1"),
            change("on_call_spell", "on_call_spell_ends_after_it_begins", "through_day = from_day - 1"),
            change("licence_term", "licence_term_ends_after_it_begins", "through_day = from_day - 1"),
            change("briefing", "briefing_attended_by_somebody", "attended = 0"),
            ConstraintCase("duty.measure_slot", "measure_slot_pkey", again("duty.measure_slot")),
            ConstraintCase(
                "duty.measure_slot", "measure_slot_team_fkey",
                again("duty.measure_slot", with: #"{"team_id": "\#(stranger)"}"#)),
            ConstraintCase("duty.measure_rater", "measure_rater_pkey", again("duty.measure_rater")),
            ConstraintCase(
                "duty.measure_rater", "measure_rater_slot_fkey",
                again("duty.measure_rater", with: #"{"instrument": "cam"}"#)),
            ConstraintCase("site.prospect", "prospect_pkey", again("site.prospect", where: "true")),
            ConstraintCase(
                "site.prospect", "prospect_name_present",
                again("site.prospect", where: "true", with: #"{"code": "other", "name": " "}"#)),
            prospect("prospect_stage_pkey", "{}"),
            prospect("prospect_stage_code_fkey", #"{"code": "other"}"#),
            prospect("prospect_stage_ordinal_positive", #"{"ordinal": 0}"#),
            prospect("prospect_stage_known", #"{"ordinal": 3, "stage": "G"}"#),
            prospect("prospect_stage_reached_on_finite", #"{"ordinal": 3, "reached_on": "infinity"}"#),
            prospect("prospect_stage_recorded_at_finite", #"{"ordinal": 3, "recorded_at": "infinity"}"#),
            prospect("prospect_stage_reason_present", #"{"ordinal": 3, "reason": " "}"#),
            prospect("prospect_stage_voids_earlier", #"{"ordinal": 3, "voids": 3, "reason": "Slip"}"#),
            prospect("prospect_stage_voids_with_reason", #"{"ordinal": 3, "voids": 2}"#),
            ConstraintCase(
                "site.prospect_stage", "prospect_stage_voided_once",
                [2, 3].map { place in
                    again(
                        "site.prospect_stage", where: "code = 'prospect-1' AND voids IS NULL",
                        with: #"{"ordinal": \#(place), "voids": 1, "reason": "Slip"}"#)
                }.joined(separator: "; ")),
            prospect("prospect_stage_voids_fkey", #"{"ordinal": 9, "voids": 8, "reason": "Slip"}"#),
        ]
}
