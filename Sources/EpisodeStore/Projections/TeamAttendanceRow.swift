import CivilDate
import Intervention
import Postgres

/// One row a member of staff at a session of a team.
struct TeamAttendanceRow: ProjectionRow {
    static let table = ProjectionTable.teamAttendance
    static let shape: Int16 = 1

    let team: UUIDBytes
    let session: UUIDBytes
    let staff: String
    var shape = TeamAttendanceRow.shape

    var key: ProjectionKey { ProjectionKey(owner: team, part: .idAndWord(session, staff)) }
}

extension TeamAttendanceRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), session: try cells.next(), staff: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [TeamAttendanceRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.team_attendance (site_id, team_id, session_id, staff, shape)
        SELECT \(site.number), u.team_id, u.session_id, u.staff, \(TeamAttendanceRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.session)), \(rows.map(\.staff))
        ) AS u(
            team_id, session_id, staff
        )
        ON CONFLICT (site_id, team_id, session_id, staff) DO UPDATE SET
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [TeamAttendanceRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.team_attendance AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.session)), \(rows.map(\.staff))
        ) AS u(
            team_id, session_id, staff
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.session_id = u.session_id AND t.staff = u.staff
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, session_id, staff, shape
        FROM record.team_attendance WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.team_attendance WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.team_attendance AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
