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
    var facts: [Fact] = []

    var childNumber: Int { child ?? 1_000 + number }
    var closedOn: CivilDate { GeneratedFact.firstDay.adding(days: closed) }

    static func insert(_ episodes: [MadeEpisode], in transaction: Transaction) async throws {
        for episode in episodes {
            try await transaction.execute(
                """
                INSERT INTO reporting.episode_fact (
                    site_id, fact_key, version, known_from, known_to, model_id, model_version, settings_version, team,
                    referred_on, decision, decided_on, started_on, moved_home_on, closed_on, closed_team,
                    closure_reason, closure_group, stay_days, interview_expected, at_home, further_answers, follow_ups,
                    interviews, score_sum_billionths, child_key, shape
                )
                SELECT \(episode.site), sha256(int8send(\(episode.number))), \(episode.version),
                    \(episode.knownFrom), coalesce(\(episode.knownTo), 'infinity'), \(episode.model), 1, 1, 'A',
                    '2024-01-01', 'accepted', '2024-01-02', \(episode.startedOn), \(episode.movedHomeOn),
                    \(episode.closedOn), 'A', 'reason', \(episode.group),
                    \(episode.startedOn.map { Int32($0.days(until: episode.closedOn)) }),
                    \(episode.startedOn.map { _ in true }), \(episode.atHome), \(JSONText(episode.answers)),
                    \(JSONText(episode.followUps)), 0, 0, sha256(int8send(\(episode.childNumber))), 3
                """
            )
            for (place, fact) in episode.facts.enumerated() {
                try await insert(fact, place, of: episode, in: transaction)
            }
        }
    }

    private static func insert(
        _ fact: Fact, _ place: Int, of episode: MadeEpisode, in transaction: Transaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO reporting.model_fact (
                site_id, episode_key, fact_key, version, known_from, known_to, sort, kind, subject_role, subject_key,
                held_from, held_until, codes, shape
            )
            SELECT \(episode.site), sha256(int8send(\(episode.number))),
                sha256(int8send(\(episode.number)) || int8send(\(place))), \(episode.version), \(episode.knownFrom),
                coalesce(\(episode.knownTo), 'infinity'), \(fact.sort), \(fact.kind),
                \(fact.subject == nil ? "family" : fact.role), sha256(int8send(\(fact.subject))),
                \(GeneratedFact.firstDay.adding(days: fact.day)),
                \(fact.until.map { GeneratedFact.firstDay.adding(days: $0) }), \(JSONText(fact.codes)), 1
            """
        )
    }
}
