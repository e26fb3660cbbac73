/// The tables that are made from events and can be made again.
package enum ProjectionTable: String, CaseIterable, Hashable, Sendable {
    case episode = "record.episode"
    case child = "record.child"
    case team = "record.team"
    case assignment = "record.assignment"
    case phaseSpell = "record.phase_spell"
    case contact = "record.contact"
    case interview = "record.interview"
    case outcome = "record.outcome"
    case followUp = "record.follow_up"
    case placement = "record.placement"
    case provision = "record.provision"
    case schoolStatus = "record.school_status"
    case offence = "record.offence"
    case episodeFact = "reporting.episode_fact"
    case careSpellFact = "reporting.care_spell_fact"
}
