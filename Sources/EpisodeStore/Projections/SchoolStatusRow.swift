import CivilDate
import Intervention
import Postgres

/// What a child does by day from a day on.
struct SchoolStatusRow: ProjectionRow {
    static let table = ProjectionTable.schoolStatus
    static let shape: Int16 = 1

    let child: UUIDBytes
    let from: CivilDate
    let status: String
    var shape = SchoolStatusRow.shape

    var key: ProjectionKey { ProjectionKey(owner: child, part: .number(Int64(from.dayNumber))) }
}

extension SchoolStatusRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            child: try cells.next(), from: try cells.next(), status: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [SchoolStatusRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.school_status (site_id, child_id, from_day, status, shape)
        SELECT \(site.number), u.child_id, u.from_day, u.status, \(SchoolStatusRow.shape)
        FROM unnest(
            \(rows.map(\.child)), \(rows.map(\.from)), \(rows.map(\.status))
        ) AS u(
            child_id, from_day, status
        )
        ON CONFLICT (site_id, child_id, from_day) DO UPDATE SET
            status = excluded.status, shape = excluded.shape
        """
    }

    static func delete(_ rows: [SchoolStatusRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.school_status AS t
        USING unnest(\(rows.map(\.child)), \(rows.map(\.from))) AS u(child_id, from_day)
        WHERE t.site_id = \(site.number) AND t.child_id = u.child_id AND t.from_day = u.from_day
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT child_id, from_day, status, shape
        FROM record.school_status WHERE site_id = \(site.number) AND child_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.school_status WHERE site_id = \(site.number) AND child_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.child_id FROM record.school_status AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'child' AND s.stream_id = t.child_id
        )
        """
    }
}
