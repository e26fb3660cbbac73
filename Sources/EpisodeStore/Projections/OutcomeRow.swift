import CivilDate
import Intervention
import Postgres

/// One row an answer, at closing or at a follow-up.
struct OutcomeRow: ProjectionRow {
    static let table = ProjectionTable.outcome
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let anchor: String
    let outcome: String
    let answer: String
    let assessedOn: CivilDate
    var shape = OutcomeRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .words(anchor, outcome)) }
}

extension OutcomeRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), anchor: try cells.next(), outcome: try cells.next(),
            answer: try cells.next(), assessedOn: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [OutcomeRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.outcome (site_id, episode_id, anchor, outcome, answer, assessed_on, shape)
        SELECT \(site.number), u.episode_id, u.anchor, u.outcome, u.answer, u.assessed_on, \(OutcomeRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.anchor)), \(rows.map(\.outcome)), \(rows.map(\.answer)),
            \(rows.map(\.assessedOn))
        ) AS u(
            episode_id, anchor, outcome, answer, assessed_on
        )
        ON CONFLICT (site_id, episode_id, anchor, outcome) DO UPDATE SET
            answer = excluded.answer, assessed_on = excluded.assessed_on, shape = excluded.shape
        """
    }

    static func delete(_ rows: [OutcomeRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.outcome AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.anchor)), \(rows.map(\.outcome))) AS u(episode_id, anchor, outcome)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.anchor = u.anchor
            AND t.outcome = u.outcome
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, anchor, outcome, answer, assessed_on, shape
        FROM record.outcome WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.outcome WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.outcome AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
