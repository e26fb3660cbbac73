import CivilDate
import Intervention
import Postgres

/// One row a child.
struct ChildRow: ProjectionRow {
    static let table = ProjectionTable.child
    static let shape: Int16 = 1

    let id: UUIDBytes
    let ref: String?
    let household: String?
    let diedOn: CivilDate?
    let deathDayEstimated: Bool?
    let lastSeq: Int64
    var shape = ChildRow.shape

    var key: ProjectionKey { ProjectionKey(owner: id, part: .only) }
}

extension ChildRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            id: try cells.next(), ref: try cells.next(), household: try cells.next(), diedOn: try cells.next(),
            deathDayEstimated: try cells.next(), lastSeq: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [ChildRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.child
            (site_id, child_id, ref, household, died_on, death_day_estimated, last_seq, shape)
        SELECT \(site.number), u.child_id, u.ref, u.household, u.died_on, u.death_day_estimated, u.last_seq,
            \(ChildRow.shape)
        FROM unnest(
            \(rows.map(\.id)), \(rows.map(\.ref)), \(rows.map(\.household)), \(rows.map(\.diedOn)),
            \(rows.map(\.deathDayEstimated)), \(rows.map(\.lastSeq))
        ) AS u(
            child_id, ref, household, died_on, death_day_estimated, last_seq
        )
        ON CONFLICT (site_id, child_id) DO UPDATE SET
            ref = excluded.ref, household = excluded.household, died_on = excluded.died_on,
            death_day_estimated = excluded.death_day_estimated, last_seq = excluded.last_seq, shape = excluded.shape
        """
    }

    static func delete(_ rows: [ChildRow], of site: SiteID) -> Statement {
        delete(owners: rows.map(\.id), of: site)
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT child_id, ref, household, died_on, death_day_estimated, last_seq, shape
        FROM record.child WHERE site_id = \(site.number) AND child_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.child WHERE site_id = \(site.number) AND child_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.child_id FROM record.child AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'child' AND s.stream_id = t.child_id
        )
        """
    }
}
