import CivilDate
import Intervention
import Postgres

/// One row an adherence interview, held or attempted.
struct InterviewRow: ProjectionRow {
    static let table = ProjectionTable.interview
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let id: UUIDBytes
    let occurredOn: CivilDate
    let instrument: String
    let result: String
    let collector: String
    let respondent: String?
    let score: Int64?
    let isValid: Bool
    let flaws: [String]
    let threshold: Int64
    let comparison: String
    let phase: String
    var shape = InterviewRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .id(id)) }
}

extension InterviewRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), id: try cells.next(), occurredOn: try cells.next(),
            instrument: try cells.next(), result: try cells.next(), collector: try cells.next(),
            respondent: try cells.next(), score: try cells.next(), isValid: try cells.next(),
            flaws: try cells.next(), threshold: try cells.next(), comparison: try cells.next(),
            phase: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [InterviewRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.interview (site_id, episode_id, interview_id, occurred_on, instrument, result, collector,
            respondent, score_billionths, valid, invalid_reasons, threshold_billionths, threshold_operator, phase,
            shape)
        SELECT \(site.number), u.episode_id, u.interview_id, u.occurred_on, u.instrument, u.result, u.collector,
            u.respondent, u.score_billionths, u.valid, string_to_array(u.invalid_reasons, ','),
            u.threshold_billionths, u.threshold_operator, u.phase, \(InterviewRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.occurredOn)), \(rows.map(\.instrument)),
            \(rows.map(\.result)), \(rows.map(\.collector)), \(rows.map(\.respondent)), \(rows.map(\.score)),
            \(rows.map(\.isValid)), \(rows.map { $0.flaws.joined(separator: ",") }), \(rows.map(\.threshold)),
            \(rows.map(\.comparison)), \(rows.map(\.phase))
        ) AS u(
            episode_id, interview_id, occurred_on, instrument, result, collector, respondent, score_billionths,
            valid, invalid_reasons, threshold_billionths, threshold_operator, phase
        )
        ON CONFLICT (site_id, episode_id, interview_id) DO UPDATE SET
            occurred_on = excluded.occurred_on, instrument = excluded.instrument, result = excluded.result,
            collector = excluded.collector, respondent = excluded.respondent,
            score_billionths = excluded.score_billionths, valid = excluded.valid,
            invalid_reasons = excluded.invalid_reasons, threshold_billionths = excluded.threshold_billionths,
            threshold_operator = excluded.threshold_operator, phase = excluded.phase, shape = excluded.shape
        """
    }

    static func delete(_ rows: [InterviewRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.interview AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.id))) AS u(episode_id, interview_id)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.interview_id = u.interview_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, interview_id, occurred_on, instrument, result, collector, respondent, score_billionths,
            valid, invalid_reasons, threshold_billionths, threshold_operator, phase, shape
        FROM record.interview WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.interview WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.interview AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
