extension ConstraintCase {
    private static func twice(_ table: String, _ constraint: String, with changes: String = "{}") -> ConstraintCase {
        ConstraintCase(table, constraint, again(table, with: changes))
    }

    private static func update(_ table: String, _ change: String, _ constraint: String) -> ConstraintCase {
        ConstraintCase(table, constraint, "UPDATE \(table) SET \(change)")
    }

    /// What nights derive.
    static let duties: [ConstraintCase] = [
        twice("duty.night", "night_pkey"),
        twice("duty.night", "night_site_fkey", with: #"{"site_id": 99}"#),
        update("duty.night", "local_date = 'infinity'", "night_local_date_finite"),
        twice("duty.subject", "subject_pkey"),
        update("duty.subject", "kind = 'child'", "subject_kind_known"),
        update("duty.subject", "next_on = 'infinity'", "subject_next_on_finite"),
        update("duty.subject", "reach = 0", "subject_reach_positive"),
        twice("duty.obligation", "obligation_pkey"),
        update("duty.obligation", "subject_kind = 'child'", "obligation_subject_kind_known"),
        update("duty.obligation", "about = 'Ann'", "obligation_about_given"),
        update("duty.obligation", "standing = 'met'", "obligation_standing_known"),
        update("duty.obligation", "since = NULL", "obligation_since_unless_upcoming"),
        update("duty.obligation", "attempts = -1", "obligation_attempts_not_negative"),
        twice("duty.alert", "alert_pkey"),
        update("duty.alert", "subject_kind = 'child'", "alert_subject_kind_known"),
        update("duty.alert", "place = 0", "alert_place_positive"),
        update("duty.alert", "urgency = 'calm'", "alert_urgency_known"),
        update("duty.alert", "sentence = ' '", "alert_sentence_given"),
    ]
}
