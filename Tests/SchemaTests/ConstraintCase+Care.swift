extension ConstraintCase {
    private static let spell = "reporting.care_spell_fact"

    private static func current(_ change: String) -> String {
        "UPDATE reporting.care_spell_fact SET \(change) WHERE version = 2"
    }

    /// Reporting facts of spells in care; the one at hand is in custody.
    static let care: [ConstraintCase] = [
        ConstraintCase(spell, "care_spell_fact_pkey", again(spell)),
        ConstraintCase(
            spell, "care_spell_fact_one_current", again(spell, where: "version = 2", with: #"{"version": 3}"#)),
        ConstraintCase(spell, "care_spell_fact_site_fkey", again(spell, with: #"{"site_id": 99}"#)),
        ConstraintCase(spell, "care_spell_fact_child_key_is_digest", current("child_key = ''")),
        ConstraintCase(spell, "care_spell_fact_key_is_digest", current("fact_key = ''")),
        ConstraintCase(spell, "care_spell_fact_version_positive", current("version = 0")),
        ConstraintCase(spell, "care_spell_fact_known_from_finite", current("known_from = '-infinity'")),
        ConstraintCase(spell, "care_spell_fact_known_in_order", current("known_to = known_from")),
        ConstraintCase(
            spell, "care_spell_fact_measure_known", current("measure = 'stay', out_of_home = false, custody = false")),
        ConstraintCase(spell, "care_spell_fact_looked_after_is_provision", current("looked_after = true")),
        ConstraintCase(
            spell, "care_spell_fact_out_of_home_is_placement", current("measure = 'provision', custody = false")),
        ConstraintCase(spell, "care_spell_fact_custody_is_out_of_home", current("out_of_home = false")),
        ConstraintCase(spell, "care_spell_fact_ends_after_it_begins", current("ended_on = started_on")),
        ConstraintCase(
            spell, "care_spell_fact_reason_is_placement",
            current("measure = 'provision', out_of_home = false, custody = false, reason = 'planned'")),
        ConstraintCase(spell, "care_spell_fact_shape_positive", current("shape = 0")),
    ]
}
