import CivilDate
import Intervention
import Postgres

/// One row a supervision, consultation or booster of a team.
struct TeamSessionRow: ProjectionRow {
    static let table = ProjectionTable.teamSession
    static let shape: Int16 = 1

    let team: UUIDBytes
    let id: UUIDBytes
    let kind: String
    let heldOn: CivilDate
    let episodes: Int32
    var shape = TeamSessionRow.shape

    var key: ProjectionKey { ProjectionKey(owner: team, part: .id(id)) }
}

extension TeamSessionRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), id: try cells.next(), kind: try cells.next(), heldOn: try cells.next(),
            episodes: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [TeamSessionRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.team_session (site_id, team_id, session_id, kind, held_on, episodes, shape)
        SELECT \(site.number), u.team_id, u.session_id, u.kind, u.held_on, u.episodes, \(TeamSessionRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.id)), \(rows.map(\.kind)), \(rows.map(\.heldOn)),
            \(rows.map(\.episodes))
        ) AS u(
            team_id, session_id, kind, held_on, episodes
        )
        ON CONFLICT (site_id, team_id, session_id) DO UPDATE SET
            kind = excluded.kind, held_on = excluded.held_on, episodes = excluded.episodes, shape = excluded.shape
        """
    }

    static func delete(_ rows: [TeamSessionRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.team_session AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.id))
        ) AS u(
            team_id, session_id
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.session_id = u.session_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, session_id, kind, held_on, episodes, shape
        FROM record.team_session WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.team_session WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.team_session AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
