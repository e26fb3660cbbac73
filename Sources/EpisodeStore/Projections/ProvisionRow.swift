import CivilDate
import Intervention
import Postgres

/// One row a spell of provision by social care.
struct ProvisionRow: ProjectionRow {
    static let table = ProjectionTable.provision
    static let shape: Int16 = 1

    let child: UUIDBytes
    let id: UUIDBytes
    let kind: String
    let startedOn: CivilDate
    let endedOn: CivilDate?
    var shape = ProvisionRow.shape

    var key: ProjectionKey { ProjectionKey(owner: child, part: .id(id)) }
}

extension ProvisionRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            child: try cells.next(), id: try cells.next(), kind: try cells.next(), startedOn: try cells.next(),
            endedOn: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [ProvisionRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.provision (site_id, child_id, provision_id, kind, started_on, ended_on, shape)
        SELECT \(site.number), u.child_id, u.provision_id, u.kind, u.started_on, u.ended_on, \(ProvisionRow.shape)
        FROM unnest(
            \(rows.map(\.child)), \(rows.map(\.id)), \(rows.map(\.kind)), \(rows.map(\.startedOn)),
            \(rows.map(\.endedOn))
        ) AS u(
            child_id, provision_id, kind, started_on, ended_on
        )
        ON CONFLICT (site_id, child_id, provision_id) DO UPDATE SET
            kind = excluded.kind, started_on = excluded.started_on, ended_on = excluded.ended_on,
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [ProvisionRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.provision AS t
        USING unnest(\(rows.map(\.child)), \(rows.map(\.id))) AS u(child_id, provision_id)
        WHERE t.site_id = \(site.number) AND t.child_id = u.child_id AND t.provision_id = u.provision_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT child_id, provision_id, kind, started_on, ended_on, shape
        FROM record.provision WHERE site_id = \(site.number) AND child_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.provision WHERE site_id = \(site.number) AND child_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.child_id FROM record.provision AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'child' AND s.stream_id = t.child_id
        )
        """
    }
}
