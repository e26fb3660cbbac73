import CivilDate
import Intervention
import Postgres

/// One row a move of a tracker.
struct TrackerStateRow: ProjectionRow {
    static let table = ProjectionTable.trackerState
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let fact: UUIDBytes
    let tracker: String
    let role: String
    let participant: UUIDBytes?
    let state: String
    let from: CivilDate
    let to: CivilDate?
    var shape = TrackerStateRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .idAndWord(fact, tracker)) }
}

extension TrackerStateRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), fact: try cells.next(), tracker: try cells.next(), role: try cells.next(),
            participant: try cells.next(), state: try cells.next(), from: try cells.next(), to: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [TrackerStateRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.tracker_state (site_id, episode_id, fact_id, tracker, role, participant_id, state,
            from_day, to_day, shape)
        SELECT \(site.number), u.episode_id, u.fact_id, u.tracker, u.role, u.participant_id, u.state, u.from_day,
            u.to_day, \(TrackerStateRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.fact)), \(rows.map(\.tracker)), \(rows.map(\.role)),
            \(rows.map(\.participant)), \(rows.map(\.state)), \(rows.map(\.from)), \(rows.map(\.to))
        ) AS u(
            episode_id, fact_id, tracker, role, participant_id, state, from_day, to_day
        )
        ON CONFLICT (site_id, episode_id, fact_id, tracker) DO UPDATE SET
            role = excluded.role, participant_id = excluded.participant_id, state = excluded.state,
            from_day = excluded.from_day, to_day = excluded.to_day, shape = excluded.shape
        """
    }

    static func delete(_ rows: [TrackerStateRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.tracker_state AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.fact)), \(rows.map(\.tracker)))
            AS u(episode_id, fact_id, tracker)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id
            AND t.fact_id = u.fact_id AND t.tracker = u.tracker
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, fact_id, tracker, role, participant_id, state, from_day, to_day, shape
        FROM record.tracker_state WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.tracker_state WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.tracker_state AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
