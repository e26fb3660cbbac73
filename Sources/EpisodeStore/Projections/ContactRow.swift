import CivilDate
import Intervention
import Postgres

/// One row a contact.
struct ContactRow: ProjectionRow {
    static let table = ProjectionTable.contact
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let id: UUIDBytes
    let occurredOn: CivilDate
    let mode: String
    let party: String
    let minutes: Int32?
    let phase: String
    var shape = ContactRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .id(id)) }
}

extension ContactRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), id: try cells.next(), occurredOn: try cells.next(), mode: try cells.next(),
            party: try cells.next(), minutes: try cells.next(), phase: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [ContactRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.contact (site_id, episode_id, contact_id, occurred_on, mode, with_whom, minutes, phase,
            shape)
        SELECT \(site.number), u.episode_id, u.contact_id, u.occurred_on, u.mode, u.with_whom, u.minutes, u.phase,
            \(ContactRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.occurredOn)), \(rows.map(\.mode)),
            \(rows.map(\.party)), \(rows.map(\.minutes)), \(rows.map(\.phase))
        ) AS u(
            episode_id, contact_id, occurred_on, mode, with_whom, minutes, phase
        )
        ON CONFLICT (site_id, episode_id, contact_id) DO UPDATE SET
            occurred_on = excluded.occurred_on, mode = excluded.mode, with_whom = excluded.with_whom,
            minutes = excluded.minutes, phase = excluded.phase, shape = excluded.shape
        """
    }

    static func delete(_ rows: [ContactRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.contact AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.id))) AS u(episode_id, contact_id)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.contact_id = u.contact_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, contact_id, occurred_on, mode, with_whom, minutes, phase, shape
        FROM record.contact WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.contact WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.contact AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
