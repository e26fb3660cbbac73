import CivilDate
import Intervention
import Postgres

/// One row a training that a member of staff completed.
struct TrainingRow: ProjectionRow {
    static let table = ProjectionTable.training
    static let shape: Int16 = 1

    let team: UUIDBytes
    let staff: String
    let kind: String
    let completedOn: CivilDate
    var shape = TrainingRow.shape

    var key: ProjectionKey { ProjectionKey(owner: team, part: .wordsOfDay(staff, kind, completedOn)) }
}

extension TrainingRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), staff: try cells.next(), kind: try cells.next(), completedOn: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [TrainingRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.training (site_id, team_id, staff, kind, completed_on, shape)
        SELECT \(site.number), u.team_id, u.staff, u.kind, u.completed_on, \(TrainingRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.staff)), \(rows.map(\.kind)), \(rows.map(\.completedOn))
        ) AS u(
            team_id, staff, kind, completed_on
        )
        ON CONFLICT (site_id, team_id, staff, kind, completed_on) DO UPDATE SET
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [TrainingRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.training AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.staff)), \(rows.map(\.kind)), \(rows.map(\.completedOn))
        ) AS u(
            team_id, staff, kind, completed_on
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.staff = u.staff AND t.kind = u.kind AND t.completed_on = u.completed_on
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, staff, kind, completed_on, shape
        FROM record.training WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.training WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.training AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
