import CivilDate
import Intervention
import Postgres

/// Who had an episode, and on which days.
struct AssignmentRow: ProjectionRow {
    static let table = ProjectionTable.assignment
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let from: CivilDate
    let to: CivilDate?
    let team: UUIDBytes
    let therapist: String?
    var shape = AssignmentRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .number(Int64(from.dayNumber))) }
}

extension AssignmentRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), from: try cells.next(), to: try cells.next(), team: try cells.next(),
            therapist: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [AssignmentRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.assignment (site_id, episode_id, from_day, to_day, team_id, therapist, shape)
        SELECT \(site.number), u.episode_id, u.from_day, u.to_day, u.team_id, u.therapist, \(AssignmentRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.from)), \(rows.map(\.to)), \(rows.map(\.team)),
            \(rows.map(\.therapist))
        ) AS u(
            episode_id, from_day, to_day, team_id, therapist
        )
        ON CONFLICT (site_id, episode_id, from_day) DO UPDATE SET
            to_day = excluded.to_day, team_id = excluded.team_id, therapist = excluded.therapist,
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [AssignmentRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.assignment AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.from))) AS u(episode_id, from_day)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.from_day = u.from_day
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, from_day, to_day, team_id, therapist, shape
        FROM record.assignment WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.assignment WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.assignment AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
