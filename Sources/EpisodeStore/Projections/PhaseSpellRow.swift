import CivilDate
import Intervention
import Postgres

/// One row a spell in a phase of treatment.
struct PhaseSpellRow: ProjectionRow {
    static let table = ProjectionTable.phaseSpell
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let ordinal: Int16
    let phase: String
    let from: CivilDate
    let to: CivilDate?
    let plannedTo: CivilDate?
    var shape = PhaseSpellRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .number(Int64(ordinal))) }
}

extension PhaseSpellRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), ordinal: try cells.next(), phase: try cells.next(), from: try cells.next(),
            to: try cells.next(), plannedTo: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [PhaseSpellRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.phase_spell (site_id, episode_id, ordinal, phase, from_day, to_day, planned_to_day,
            shape)
        SELECT \(site.number), u.episode_id, u.ordinal, u.phase, u.from_day, u.to_day, u.planned_to_day,
            \(PhaseSpellRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.ordinal)), \(rows.map(\.phase)), \(rows.map(\.from)),
            \(rows.map(\.to)), \(rows.map(\.plannedTo))
        ) AS u(
            episode_id, ordinal, phase, from_day, to_day, planned_to_day
        )
        ON CONFLICT (site_id, episode_id, ordinal) DO UPDATE SET
            phase = excluded.phase, from_day = excluded.from_day, to_day = excluded.to_day,
            planned_to_day = excluded.planned_to_day, shape = excluded.shape
        """
    }

    static func delete(_ rows: [PhaseSpellRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.phase_spell AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.ordinal))) AS u(episode_id, ordinal)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.ordinal = u.ordinal
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, ordinal, phase, from_day, to_day, planned_to_day, shape
        FROM record.phase_spell WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.phase_spell WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.phase_spell AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
