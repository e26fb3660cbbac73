import CivilDate
import Intervention
import Postgres

/// One row a briefing of a partner agency.
struct BriefingRow: ProjectionRow {
    static let table = ProjectionTable.briefing
    static let shape: Int16 = 1

    let team: UUIDBytes
    let id: UUIDBytes
    let givenOn: CivilDate
    let audience: String
    let attended: Int32
    var shape = BriefingRow.shape

    var key: ProjectionKey { ProjectionKey(owner: team, part: .id(id)) }
}

extension BriefingRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), id: try cells.next(), givenOn: try cells.next(), audience: try cells.next(),
            attended: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [BriefingRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.briefing (site_id, team_id, briefing_id, given_on, audience, attended, shape)
        SELECT \(site.number), u.team_id, u.briefing_id, u.given_on, u.audience, u.attended, \(BriefingRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.id)), \(rows.map(\.givenOn)), \(rows.map(\.audience)),
            \(rows.map(\.attended))
        ) AS u(
            team_id, briefing_id, given_on, audience, attended
        )
        ON CONFLICT (site_id, team_id, briefing_id) DO UPDATE SET
            given_on = excluded.given_on, audience = excluded.audience, attended = excluded.attended, shape = excluded.shape
        """
    }

    static func delete(_ rows: [BriefingRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.briefing AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.id))
        ) AS u(
            team_id, briefing_id
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.briefing_id = u.briefing_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, briefing_id, given_on, audience, attended, shape
        FROM record.briefing WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.briefing WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.briefing AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
