import CivilDate
import Intervention
import Postgres

/// One row a team.
struct TeamRow: ProjectionRow {
    static let table = ProjectionTable.team
    static let shape: Int16 = 1

    let id: UUIDBytes
    let code: String
    let model: String
    let openedOn: CivilDate
    let stage: String?
    let lastSeq: Int64
    var shape = TeamRow.shape

    var key: ProjectionKey { ProjectionKey(owner: id, part: .only) }
}

extension TeamRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            id: try cells.next(), code: try cells.next(), model: try cells.next(), openedOn: try cells.next(),
            stage: try cells.next(), lastSeq: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [TeamRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.team (site_id, team_id, code, model_id, opened_on, stage, last_seq, shape)
        SELECT \(site.number), u.team_id, u.code, u.model_id, u.opened_on, u.stage, u.last_seq, \(TeamRow.shape)
        FROM unnest(
            \(rows.map(\.id)), \(rows.map(\.code)), \(rows.map(\.model)), \(rows.map(\.openedOn)),
            \(rows.map(\.stage)), \(rows.map(\.lastSeq))
        ) AS u(
            team_id, code, model_id, opened_on, stage, last_seq
        )
        ON CONFLICT (site_id, team_id) DO UPDATE SET
            code = excluded.code, model_id = excluded.model_id, opened_on = excluded.opened_on,
            stage = excluded.stage, last_seq = excluded.last_seq, shape = excluded.shape
        """
    }

    static func delete(_ rows: [TeamRow], of site: SiteID) -> Statement {
        delete(owners: rows.map(\.id), of: site)
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, code, model_id, opened_on, stage, last_seq, shape
        FROM record.team WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.team WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.team AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
