import CivilDate
import Intervention
import Postgres

/// One row a person and a time of taking part.
struct ParticipantRow: ProjectionRow {
    static let table = ProjectionTable.participant
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let id: UUIDBytes
    let from: CivilDate
    let to: CivilDate?
    let role: String
    let child: UUIDBytes?
    var shape = ParticipantRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .idAndNumber(id, Int64(from.dayNumber))) }
}

extension ParticipantRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), id: try cells.next(), from: try cells.next(), to: try cells.next(),
            role: try cells.next(), child: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [ParticipantRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.participant (site_id, episode_id, participant_id, from_day, to_day, role, child_id, shape)
        SELECT \(site.number), u.episode_id, u.participant_id, u.from_day, u.to_day, u.role, u.child_id,
            \(ParticipantRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.from)), \(rows.map(\.to)), \(rows.map(\.role)),
            \(rows.map(\.child))
        ) AS u(
            episode_id, participant_id, from_day, to_day, role, child_id
        )
        ON CONFLICT (site_id, episode_id, participant_id, from_day) DO UPDATE SET
            to_day = excluded.to_day, role = excluded.role, child_id = excluded.child_id, shape = excluded.shape
        """
    }

    static func delete(_ rows: [ParticipantRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.participant AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.from)))
            AS u(episode_id, participant_id, from_day)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id
            AND t.participant_id = u.participant_id AND t.from_day = u.from_day
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, participant_id, from_day, to_day, role, child_id, shape
        FROM record.participant WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.participant WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.participant AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
