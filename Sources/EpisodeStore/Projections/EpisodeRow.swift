import CivilDate
import Intervention
import Postgres

/// One row an episode, as it stands.
struct EpisodeRow: ProjectionRow {
    static let table = ProjectionTable.episode
    static let shape: Int16 = 1

    let id: UUIDBytes
    let ref: String?
    let child: UUIDBytes
    let model: String
    let modelVersion: Int32
    let settingsVersion: Int32
    let team: UUIDBytes
    let therapist: String?
    let phase: String
    let decision: String
    let declineReason: String?
    let referredOn: CivilDate
    let decidedOn: CivilDate?
    let decidedDayEstimated: Bool
    let startedOn: CivilDate?
    let closedOn: CivilDate?
    let closureReason: String?
    let closureGroup: String?
    let lastSeq: Int64
    var shape = EpisodeRow.shape

    var key: ProjectionKey { ProjectionKey(owner: id, part: .only) }
}

extension EpisodeRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            id: try cells.next(), ref: try cells.next(), child: try cells.next(), model: try cells.next(),
            modelVersion: try cells.next(), settingsVersion: try cells.next(), team: try cells.next(),
            therapist: try cells.next(), phase: try cells.next(), decision: try cells.next(),
            declineReason: try cells.next(), referredOn: try cells.next(), decidedOn: try cells.next(),
            decidedDayEstimated: try cells.next(), startedOn: try cells.next(), closedOn: try cells.next(),
            closureReason: try cells.next(), closureGroup: try cells.next(), lastSeq: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [EpisodeRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.episode (site_id, episode_id, ref, child_id, model_id, model_version, settings_version,
            team_id, therapist, phase, decision, decline_reason, referred_on, decided_on, decided_day_estimated,
            started_on, closed_on, closure_reason, closure_group, last_seq, shape)
        SELECT \(site.number), u.episode_id, u.ref, u.child_id, u.model_id, u.model_version, u.settings_version,
            u.team_id, u.therapist, u.phase, u.decision, u.decline_reason, u.referred_on, u.decided_on,
            u.decided_day_estimated, u.started_on, u.closed_on, u.closure_reason, u.closure_group, u.last_seq,
            \(EpisodeRow.shape)
        FROM unnest(
            \(rows.map(\.id)), \(rows.map(\.ref)), \(rows.map(\.child)), \(rows.map(\.model)),
            \(rows.map(\.modelVersion)), \(rows.map(\.settingsVersion)), \(rows.map(\.team)),
            \(rows.map(\.therapist)), \(rows.map(\.phase)), \(rows.map(\.decision)), \(rows.map(\.declineReason)),
            \(rows.map(\.referredOn)), \(rows.map(\.decidedOn)), \(rows.map(\.decidedDayEstimated)),
            \(rows.map(\.startedOn)), \(rows.map(\.closedOn)), \(rows.map(\.closureReason)),
            \(rows.map(\.closureGroup)), \(rows.map(\.lastSeq))
        ) AS u(
            episode_id, ref, child_id, model_id, model_version, settings_version, team_id, therapist, phase,
            decision, decline_reason, referred_on, decided_on, decided_day_estimated, started_on, closed_on,
            closure_reason, closure_group, last_seq
        )
        ON CONFLICT (site_id, episode_id) DO UPDATE SET
            ref = excluded.ref, child_id = excluded.child_id, model_id = excluded.model_id,
            model_version = excluded.model_version, settings_version = excluded.settings_version,
            team_id = excluded.team_id, therapist = excluded.therapist, phase = excluded.phase,
            decision = excluded.decision, decline_reason = excluded.decline_reason,
            referred_on = excluded.referred_on, decided_on = excluded.decided_on,
            decided_day_estimated = excluded.decided_day_estimated, started_on = excluded.started_on,
            closed_on = excluded.closed_on, closure_reason = excluded.closure_reason,
            closure_group = excluded.closure_group, last_seq = excluded.last_seq, shape = excluded.shape
        """
    }

    static func delete(_ rows: [EpisodeRow], of site: SiteID) -> Statement {
        delete(owners: rows.map(\.id), of: site)
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, ref, child_id, model_id, model_version, settings_version, team_id, therapist, phase,
            decision, decline_reason, referred_on, decided_on, decided_day_estimated, started_on, closed_on,
            closure_reason, closure_group, last_seq, shape
        FROM record.episode WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.episode WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.episode AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
