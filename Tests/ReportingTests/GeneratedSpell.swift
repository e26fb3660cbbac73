import CivilDate
import EpisodeFixtures
import Postgres
import RandomHistories

/// A fact of a spell in care that a test made up: one version.
struct GeneratedSpell: Sendable {
    var site: Int32
    var child: Int
    var spell: Int
    var version: Int32 = 1
    var knownFrom: Instant
    var knownTo: Instant?
    var measure: String
    var isLookedAfter: Bool
    var isOutOfHome: Bool
    var isCustody: Bool
    var startedOn: CivilDate
    var endedOn: CivilDate?
    var shape: Int16 = 2
}

extension GeneratedSpell {
    /// One version, and sometimes a later one that says something else. Spells of a child may overlap: the record would
    /// not allow it, and the report must not count a day twice all the same.
    static func random(
        _ number: Int, child: Int, site: Int32, using random: inout SplitMix64
    ) -> [GeneratedSpell] {
        let known = GeneratedFact.firstInstant.adding(
            microseconds: Int64.random(in: 0...1_500, using: &random) * 1_000_000)
        let first = one(number, child: child, site: site, from: known, using: &random)
        guard Int.random(in: 0..<3, using: &random) == 0 else { return [first] }
        let later = known.adding(microseconds: Int64.random(in: 1...900, using: &random) * 1_000_000)
        var (old, new) = (first, one(number, child: child, site: site, from: later, using: &random))
        old.knownTo = later
        new.version = 2
        // Some are withdrawn and add nothing.
        return Bool.random(using: &random) ? [old, new] : [old]
    }

    private static func one(
        _ number: Int, child: Int, site: Int32, from known: Instant, using random: inout SplitMix64
    ) -> GeneratedSpell {
        let isPlacement = Bool.random(using: &random)
        let isOut = isPlacement && Int.random(in: 0..<4, using: &random) > 0
        let start = GeneratedFact.firstDay.adding(days: Int.random(in: -100..<600, using: &random))
        let isOpen = Int.random(in: 0..<5, using: &random) == 0
        return GeneratedSpell(
            site: site, child: child, spell: number, knownFrom: known, measure: isPlacement ? "placement" : "provision",
            isLookedAfter: !isPlacement && Bool.random(using: &random), isOutOfHome: isOut,
            isCustody: isOut && Bool.random(using: &random), startedOn: start,
            endedOn: isOpen ? nil : start.adding(days: Int.random(in: 1...200, using: &random))
        )
    }

    /// Inserts spells as the administrator, who is under no site's scope.
    static func insert(_ spells: [GeneratedSpell], in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO reporting.care_spell_fact
            SELECT u.site_id, sha256(int4send(u.site_id) || int8send(u.child)),
                sha256(int8send(u.child) || int8send(u.spell)), u.version, u.known_from,
                coalesce(u.known_to, 'infinity'), u.measure, 'term', u.looked_after, u.out_of_home, u.custody,
                u.started_on, u.ended_on, u.shape
            FROM unnest(
                \(spells.map(\.site)), \(spells.map(\.child)), \(spells.map(\.spell)), \(spells.map(\.version)),
                \(spells.map(\.knownFrom)), \(spells.map(\.knownTo)), \(spells.map(\.measure)),
                \(spells.map(\.isLookedAfter)), \(spells.map(\.isOutOfHome)), \(spells.map(\.isCustody)),
                \(spells.map(\.startedOn)), \(spells.map(\.endedOn)), \(spells.map(\.shape))
            ) AS u(
                site_id, child, spell, version, known_from, known_to, measure, looked_after, out_of_home, custody,
                started_on, ended_on, shape
            )
            """
        )
    }
}
