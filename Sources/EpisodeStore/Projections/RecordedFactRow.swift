import CivilDate
import Intervention
import Postgres

/// One row a fact that the model records.
struct RecordedFactRow: ProjectionRow {
    static let table = ProjectionTable.recordedFact
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let id: UUIDBytes
    let kind: String
    let role: String
    let participant: UUIDBytes?
    let from: CivilDate
    let to: CivilDate?
    let phase: String
    let codes: JSONText
    var shape = RecordedFactRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .id(id)) }
}

extension RecordedFactRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), id: try cells.next(), kind: try cells.next(), role: try cells.next(),
            participant: try cells.next(), from: try cells.next(), to: try cells.next(), phase: try cells.next(),
            codes: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [RecordedFactRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.model_fact (site_id, episode_id, fact_id, kind, role, participant_id, from_day, to_day,
            phase, codes, shape)
        SELECT \(site.number), u.episode_id, u.fact_id, u.kind, u.role, u.participant_id, u.from_day, u.to_day,
            u.phase, u.codes, \(RecordedFactRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.kind)), \(rows.map(\.role)),
            \(rows.map(\.participant)), \(rows.map(\.from)), \(rows.map(\.to)), \(rows.map(\.phase)),
            \(rows.map(\.codes))
        ) AS u(
            episode_id, fact_id, kind, role, participant_id, from_day, to_day, phase, codes
        )
        ON CONFLICT (site_id, episode_id, fact_id) DO UPDATE SET
            kind = excluded.kind, role = excluded.role, participant_id = excluded.participant_id,
            from_day = excluded.from_day, to_day = excluded.to_day, phase = excluded.phase, codes = excluded.codes,
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [RecordedFactRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.model_fact AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.id)))
            AS u(episode_id, fact_id)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.fact_id = u.fact_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, fact_id, kind, role, participant_id, from_day, to_day, phase, codes, shape
        FROM record.model_fact WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.model_fact WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.model_fact AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
