import CivilDate
import Intervention
import Postgres

/// One row a spell in one place.
struct PlacementRow: ProjectionRow {
    static let table = ProjectionTable.placement
    static let shape: Int16 = 1

    let child: UUIDBytes
    let id: UUIDBytes
    let setting: String
    let startedOn: CivilDate
    let endedOn: CivilDate?
    let startReason: String?
    let endReason: String?
    var shape = PlacementRow.shape

    var key: ProjectionKey { ProjectionKey(owner: child, part: .id(id)) }
}

extension PlacementRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            child: try cells.next(), id: try cells.next(), setting: try cells.next(), startedOn: try cells.next(),
            endedOn: try cells.next(), startReason: try cells.next(), endReason: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [PlacementRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.placement (site_id, child_id, placement_id, setting, started_on, ended_on, start_reason,
            end_reason, shape)
        SELECT \(site.number), u.child_id, u.placement_id, u.setting, u.started_on, u.ended_on, u.start_reason,
            u.end_reason, \(PlacementRow.shape)
        FROM unnest(
            \(rows.map(\.child)), \(rows.map(\.id)), \(rows.map(\.setting)), \(rows.map(\.startedOn)),
            \(rows.map(\.endedOn)), \(rows.map(\.startReason)), \(rows.map(\.endReason))
        ) AS u(
            child_id, placement_id, setting, started_on, ended_on, start_reason, end_reason
        )
        ON CONFLICT (site_id, child_id, placement_id) DO UPDATE SET
            setting = excluded.setting, started_on = excluded.started_on, ended_on = excluded.ended_on,
            start_reason = excluded.start_reason, end_reason = excluded.end_reason, shape = excluded.shape
        """
    }

    static func delete(_ rows: [PlacementRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.placement AS t
        USING unnest(\(rows.map(\.child)), \(rows.map(\.id))) AS u(child_id, placement_id)
        WHERE t.site_id = \(site.number) AND t.child_id = u.child_id AND t.placement_id = u.placement_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT child_id, placement_id, setting, started_on, ended_on, start_reason, end_reason, shape
        FROM record.placement WHERE site_id = \(site.number) AND child_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.placement WHERE site_id = \(site.number) AND child_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.child_id FROM record.placement AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'child' AND s.stream_id = t.child_id
        )
        """
    }
}
