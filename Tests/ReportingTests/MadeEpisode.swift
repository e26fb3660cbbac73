import CivilDate
import Postgres

/// A closed episode that a test made up, as the reporting facts hold it, with what a model records of it.
struct MadeEpisode: Sendable {
    /// Something recorded of it.
    struct Fact: Sendable {
        var sort = "fact"
        var kind: String
        var role = "index"
        /// Whom it is about; nil for the family.
        var subject: Int?
        /// Days after 2024-01-01.
        var day: Int
        var until: Int?
        var codes = "{}"
    }

    var number: Int
    var site: Int32 = 1
    var version: Int32 = 1
    var knownFrom = GeneratedFact.firstInstant
    var knownTo: Instant?
    var model = "mst-fit"
    /// The child; nil for one of its own, `1000 + number`.
    var child: Int?
    var startedOn: CivilDate? = GeneratedFact.firstDay.adding(days: 10)
    var movedHomeOn: CivilDate?
    /// Days after 2024-01-01.
    var closed = 200
    var group = "completed"
    var atHome: String? = "yes"
    var answers = "{}"
    var followUps = "{}"
    /// Those of one day as they were entered.
    var facts: [Fact] = []
    var spells: [Spell] = []

    var childNumber: Int { child ?? 1_000 + number }
    var closedOn: CivilDate { GeneratedFact.firstDay.adding(days: closed) }

    static func insert(_ episodes: [MadeEpisode], in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO reporting.episode_fact (
                site_id, fact_key, version, known_from, known_to, model_id, model_version, settings_version, team,
                referred_on, decision, decided_on, started_on, moved_home_on, closed_on, closed_team, closure_reason,
                closure_group, stay_days, interview_expected, at_home, further_answers, follow_ups, interviews,
                score_sum_billionths, child_key, shape
            )
            SELECT u.site_id, sha256(int8send(u.number)), u.version, u.known_from, coalesce(u.known_to, 'infinity'),
                u.model, 1, 1, 'A', '2024-01-01', 'accepted', '2024-01-02', u.started_on, u.moved_home_on, u.closed_on,
                'A', 'reason', u.closure_group, u.closed_on - u.started_on,
                CASE WHEN u.started_on IS NOT NULL THEN true END, u.at_home, u.answers, u.follow_ups, 0, 0,
                sha256(int8send(u.child)), 3
            FROM unnest(
                \(episodes.map(\.number)), \(episodes.map(\.site)), \(episodes.map(\.version)),
                \(episodes.map(\.knownFrom)), \(episodes.map(\.knownTo)), \(episodes.map(\.model)),
                \(episodes.map(\.childNumber)), \(episodes.map(\.startedOn)), \(episodes.map(\.movedHomeOn)),
                \(episodes.map(\.closedOn)), \(episodes.map(\.group)), \(episodes.map(\.atHome)),
                \(episodes.map { JSONText($0.answers) }), \(episodes.map { JSONText($0.followUps) })
            ) AS u(
                number, site_id, version, known_from, known_to, model, child, started_on, moved_home_on, closed_on,
                closure_group, at_home, answers, follow_ups
            )
            """
        )
        for episode in episodes {
            try await insert(episode.facts, of: episode, in: transaction)
            try await insert(episode.spells, of: episode, in: transaction)
        }
    }

    private static func insert(
        _ facts: [Fact], of episode: MadeEpisode, in transaction: Transaction
    ) async throws {
        let day = GeneratedFact.firstDay
        try await transaction.execute(
            """
            INSERT INTO reporting.model_fact (
                site_id, episode_key, fact_key, version, known_from, known_to, sort, kind, subject_role, subject_key,
                held_from, held_until, codes, shape, ordinal
            )
            SELECT e.site_id, e.fact_key, sha256(e.fact_key || int8send(u.place)), e.version, e.known_from, e.known_to,
                u.sort, u.kind, CASE WHEN u.subject IS NULL THEN 'family' ELSE u.role END,
                sha256(int8send(u.subject)), u.held_from, u.held_until, u.codes, 2, u.place + 1
            FROM reporting.episode_fact AS e
            CROSS JOIN unnest(
                \(Array(facts.indices)), \(facts.map(\.sort)), \(facts.map(\.kind)), \(facts.map(\.role)),
                \(facts.map(\.subject)), \(facts.map { day.adding(days: $0.day) }),
                \(facts.map { $0.until.map { day.adding(days: $0) } }), \(facts.map { JSONText($0.codes) })
            ) AS u(place, sort, kind, role, subject, held_from, held_until, codes)
            WHERE e.fact_key = sha256(int8send(\(episode.number))) AND e.version = \(episode.version)
            """
        )
    }
}
