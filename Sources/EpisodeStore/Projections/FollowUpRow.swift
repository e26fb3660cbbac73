import CivilDate
import Intervention
import Postgres

/// One row an attempt at a follow-up.
struct FollowUpRow: ProjectionRow {
    static let table = ProjectionTable.followUp
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let month: Int16
    let occurredOn: CivilDate
    let status: String
    var shape = FollowUpRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .numbers(Int64(month), Int64(occurredOn.dayNumber))) }
}

extension FollowUpRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), month: try cells.next(), occurredOn: try cells.next(),
            status: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [FollowUpRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.follow_up (site_id, episode_id, month, occurred_on, status, shape)
        SELECT \(site.number), u.episode_id, u.month, u.occurred_on, u.status, \(FollowUpRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.month)), \(rows.map(\.occurredOn)), \(rows.map(\.status))
        ) AS u(
            episode_id, month, occurred_on, status
        )
        ON CONFLICT (site_id, episode_id, month, occurred_on) DO UPDATE SET
            status = excluded.status, shape = excluded.shape
        """
    }

    static func delete(_ rows: [FollowUpRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.follow_up AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.month)), \(rows.map(\.occurredOn))) AS u(episode_id, month, occurred_on)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.month = u.month
            AND t.occurred_on = u.occurred_on
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, month, occurred_on, status, shape
        FROM record.follow_up WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.follow_up WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.follow_up AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
