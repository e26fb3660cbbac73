import CivilDate
import Postgres

extension MadeEpisode {
    /// A spell of the child, or of another by its number, in one place or of provision: days after 2024-01-01.
    struct Spell: Sendable {
        var measure = "placement"
        var term: String
        var day: Int
        var until: Int?
        var child: Int?
    }

    static func place(_ term: String, _ day: Int, until: Int? = nil) -> Spell {
        Spell(term: term, day: day, until: until)
    }

    static func provision(_ term: String, _ day: Int, until: Int? = nil, child: Int? = nil) -> Spell {
        Spell(measure: "provision", term: term, day: day, until: until, child: child)
    }

    static func insert(
        _ spells: [Spell], of episode: MadeEpisode, in transaction: Transaction
    ) async throws {
        let day = GeneratedFact.firstDay
        for (place, spell) in spells.enumerated() {
            let child = spell.child ?? episode.childNumber
            let until = spell.until.map { day.adding(days: $0) }
            try await transaction.execute(
                """
                INSERT INTO reporting.care_spell_fact (
                    site_id, child_key, fact_key, version, known_from, measure, term, looked_after, out_of_home,
                    custody, started_on, ended_on, shape
                )
                VALUES (
                    \(episode.site), sha256(int8send(\(child))), sha256(int8send(\(place))), 1, \(episode.knownFrom),
                    \(spell.measure), \(spell.term), \(spell.term == "looked-after"),
                    \(spell.measure == "placement" && spell.term != "home"), false,
                    \(day.adding(days: spell.day)), \(until as CivilDate?), 2
                )
                """
            )
        }
    }
}
