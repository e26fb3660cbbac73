import CivilDate
import Intervention
import Postgres

/// One row an offence.
struct OffenceRow: ProjectionRow {
    static let table = ProjectionTable.offence
    static let shape: Int16 = 1

    let child: UUIDBytes
    let id: UUIDBytes
    let committedOn: CivilDate
    let kind: String
    var shape = OffenceRow.shape

    var key: ProjectionKey { ProjectionKey(owner: child, part: .id(id)) }
}

extension OffenceRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            child: try cells.next(), id: try cells.next(), committedOn: try cells.next(), kind: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [OffenceRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.offence (site_id, child_id, offence_id, committed_on, kind, shape)
        SELECT \(site.number), u.child_id, u.offence_id, u.committed_on, u.kind, \(OffenceRow.shape)
        FROM unnest(
            \(rows.map(\.child)), \(rows.map(\.id)), \(rows.map(\.committedOn)), \(rows.map(\.kind))
        ) AS u(
            child_id, offence_id, committed_on, kind
        )
        ON CONFLICT (site_id, child_id, offence_id) DO UPDATE SET
            committed_on = excluded.committed_on, kind = excluded.kind, shape = excluded.shape
        """
    }

    static func delete(_ rows: [OffenceRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.offence AS t
        USING unnest(\(rows.map(\.child)), \(rows.map(\.id))) AS u(child_id, offence_id)
        WHERE t.site_id = \(site.number) AND t.child_id = u.child_id AND t.offence_id = u.offence_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT child_id, offence_id, committed_on, kind, shape
        FROM record.offence WHERE site_id = \(site.number) AND child_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.offence WHERE site_id = \(site.number) AND child_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.child_id FROM record.offence AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'child' AND s.stream_id = t.child_id
        )
        """
    }
}
