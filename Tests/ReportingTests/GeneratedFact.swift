import CivilDate
import EpisodeFixtures
import Postgres
import RandomHistories

/// A reporting fact that a test made up: one version of an episode.
struct GeneratedFact: Sendable {
    var site: Int32
    var episode: Int
    var version: Int32 = 1
    var knownFrom: Instant
    var knownTo: Instant?
    var model: String
    var decidedTeam: String
    var closedTeam: String
    var referredOn: CivilDate
    var decision: String
    var decidedOn: CivilDate?
    var startedOn: CivilDate?
    var closedOn: CivilDate?
    var group: String?
    var answers: [String?]
    var scores: [Int64]
    var threshold: Int64 = 610_000_000
    var expectedFrom = 14
    /// The child; nil for one of its own.
    var child: Int?
    var shape: Int16 = 4

    var stay: Int32? {
        guard let startedOn, let closedOn else { return nil }
        return Int32(startedOn.days(until: closedOn))
    }

    var isExpected: Bool? { stay.map { $0 >= Int32(expectedFrom) } }

    /// Whether the mean of the scores meets the threshold, by multiplication.
    var isAdherent: Bool? {
        scores.isEmpty ? nil : scores.reduce(0, +) >= threshold * Int64(scores.count)
    }
}

extension GeneratedFact {
    static let models = ["mst", "mst-can", "mst-fit"]
    static let teams = ["A", "B", "C"]
    /// 2024-01-01.
    static let firstDay = CivilDate(dayNumber: 19_723)
    /// 2024-01-01T00:00:00Z.
    static let firstInstant = Instant(microseconds: 19_723 * 86_400_000_000)
    /// How many days the made-up closings and decisions lie in.
    static let days = 500

    /// One version, and sometimes later ones that say something else.
    static func random(episode: Int, site: Int32, using random: inout SplitMix64) -> [GeneratedFact] {
        var known = firstInstant.adding(microseconds: Int64.random(in: 0...1_000, using: &random) * 1_000_000)
        var versions: [GeneratedFact] = []
        for number in 1...Int32([1, 1, 1, 2, 3].randomElement(using: &random) ?? 1) {
            var fact = one(episode: episode, site: site, from: known, using: &random)
            fact.version = number
            if let last = versions.indices.last { versions[last].knownTo = known }
            versions.append(fact)
            known = known.adding(microseconds: Int64.random(in: 1...1_000, using: &random) * 1_000_000)
        }
        return versions
    }

    private static func one(
        episode: Int, site: Int32, from known: Instant, using random: inout SplitMix64
    ) -> GeneratedFact {
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }
        let referredOn = firstDay.adding(days: Int.random(in: 0..<days, using: &random))
        let decision = pick(["accepted", "accepted", "accepted", "declined", "pending"])
        let decidedOn = decision == "pending" ? nil : referredOn.adding(days: Int.random(in: 0...30, using: &random))
        let isStarted = decision == "accepted" && Int.random(in: 0..<10, using: &random) > 0
        let startedOn = isStarted ? decidedOn?.adding(days: Int.random(in: 0...20, using: &random)) : nil
        let isClosed = decision == "accepted" && Int.random(in: 0..<5, using: &random) > 0
        let base = startedOn ?? decidedOn
        let closedOn = isClosed ? base?.adding(days: Int.random(in: 0...160, using: &random)) : nil
        let group = closedOn.map { _ in pick(["completed", "completed", "lack_of_engagement", "placed", "not_counted"])
        }
        let scores = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            Int64.random(in: 0...1_000_000_000, using: &random)
        }
        return GeneratedFact(
            site: site, episode: episode, knownFrom: known, knownTo: nil, model: pick(models), decidedTeam: pick(teams),
            closedTeam: pick(teams), referredOn: referredOn, decision: decision, decidedOn: decidedOn,
            startedOn: startedOn, closedOn: closedOn, group: group,
            answers: (0..<3).map { _ in closedOn == nil ? nil : pick(["yes", "yes", "no", "unknown", nil]) },
            scores: startedOn == nil ? [] : scores
        )
    }

    /// Inserts facts as the administrator, who is under no site's scope.
    static func insert(_ facts: [GeneratedFact], in transaction: Transaction) async throws {
        try await transaction.execute(
            """
            INSERT INTO reporting.episode_fact (
                site_id, fact_key, version, known_from, known_to, model_id, model_version, settings_version, team,
                decided_team, closed_team, referred_on, decision, decline_reason, decided_on, started_on, closed_on,
                closure_reason, closure_group, stay_days, interview_expected, at_home, in_school_or_work,
                no_new_arrests, interviews, score_sum_billionths, threshold_billionths, threshold_operator, adherent,
                child_key, shape
            )
            SELECT u.site_id, sha256(int4send(u.site_id) || int8send(u.episode)), u.version, u.known_from,
                coalesce(u.known_to, 'infinity'), u.model, 1, 1, u.closed_team,
                CASE WHEN u.decided_on IS NOT NULL THEN u.decided_team END,
                CASE WHEN u.closed_on IS NOT NULL THEN u.closed_team END,
                u.referred_on, u.decision, CASE WHEN u.decision = 'declined' THEN 'age' END, u.decided_on,
                u.started_on, u.closed_on, CASE WHEN u.closed_on IS NOT NULL THEN 'reason' END, u.closure_group,
                u.stay_days, u.interview_expected, u.at_home, u.in_school_or_work, u.no_new_arrests, u.interviews,
                u.score_sum, CASE WHEN u.interviews > 0 THEN u.threshold END,
                CASE WHEN u.interviews > 0 THEN '>=' END, u.adherent,
                sha256(int4send(u.site_id) || int8send(u.child)), u.shape
            FROM unnest(
                \(facts.map(\.site)), \(facts.map(\.episode)), \(facts.map(\.version)), \(facts.map(\.knownFrom)),
                \(facts.map(\.knownTo)), \(facts.map(\.model)), \(facts.map(\.decidedTeam)),
                \(facts.map(\.closedTeam)), \(facts.map(\.referredOn)), \(facts.map(\.decision)),
                \(facts.map(\.decidedOn)), \(facts.map(\.startedOn)), \(facts.map(\.closedOn)),
                \(facts.map(\.group)), \(facts.map(\.stay)), \(facts.map(\.isExpected)),
                \(facts.map { $0.answers[0] }), \(facts.map { $0.answers[1] }), \(facts.map { $0.answers[2] }),
                \(facts.map { Int32($0.scores.count) }), \(facts.map { $0.scores.reduce(0, +) }),
                \(facts.map(\.threshold)), \(facts.map(\.isAdherent)),
                \(facts.map { $0.child ?? $0.episode }), \(facts.map(\.shape))
            ) AS u(
                site_id, episode, version, known_from, known_to, model, decided_team, closed_team, referred_on,
                decision, decided_on, started_on, closed_on, closure_group, stay_days, interview_expected, at_home,
                in_school_or_work, no_new_arrests, interviews, score_sum, threshold, adherent, child,
                shape
            )
            """
        )
    }
}
