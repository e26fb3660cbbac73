import CivilDate
import Intervention
import Postgres

/// One row a delivery of a module.
struct ModuleRunRow: ProjectionRow {
    static let table = ProjectionTable.moduleRun
    static let shape: Int16 = 1

    let episode: UUIDBytes
    let id: UUIDBytes
    let module: String
    let role: String
    let participant: UUIDBytes?
    let from: CivilDate
    let to: CivilDate?
    let ending: String?
    let unmet: [String]
    let because: String?
    let signedBy: String?
    let signedOn: CivilDate?
    var shape = ModuleRunRow.shape

    var key: ProjectionKey { ProjectionKey(owner: episode, part: .id(id)) }
}

extension ModuleRunRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            episode: try cells.next(), id: try cells.next(), module: try cells.next(), role: try cells.next(),
            participant: try cells.next(), from: try cells.next(), to: try cells.next(), ending: try cells.next(),
            unmet: try cells.next(), because: try cells.next(), signedBy: try cells.next(),
            signedOn: try cells.next(), shape: try cells.next()
        )
    }

    static func upsert(_ rows: [ModuleRunRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.module_run (site_id, episode_id, run_id, module, role, participant_id, from_day, to_day,
            ending, unmet, because, signed_by, signed_on, shape)
        SELECT \(site.number), u.episode_id, u.run_id, u.module, u.role, u.participant_id, u.from_day, u.to_day,
            u.ending, string_to_array(u.unmet, ','), u.because, u.signed_by, u.signed_on, \(ModuleRunRow.shape)
        FROM unnest(
            \(rows.map(\.episode)), \(rows.map(\.id)), \(rows.map(\.module)), \(rows.map(\.role)),
            \(rows.map(\.participant)), \(rows.map(\.from)), \(rows.map(\.to)), \(rows.map(\.ending)),
            \(rows.map { $0.unmet.joined(separator: ",") }), \(rows.map(\.because)), \(rows.map(\.signedBy)),
            \(rows.map(\.signedOn))
        ) AS u(
            episode_id, run_id, module, role, participant_id, from_day, to_day, ending, unmet, because, signed_by,
            signed_on
        )
        ON CONFLICT (site_id, episode_id, run_id) DO UPDATE SET
            module = excluded.module, role = excluded.role, participant_id = excluded.participant_id,
            from_day = excluded.from_day, to_day = excluded.to_day, ending = excluded.ending, unmet = excluded.unmet,
            because = excluded.because, signed_by = excluded.signed_by, signed_on = excluded.signed_on,
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [ModuleRunRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.module_run AS t
        USING unnest(\(rows.map(\.episode)), \(rows.map(\.id)))
            AS u(episode_id, run_id)
        WHERE t.site_id = \(site.number) AND t.episode_id = u.episode_id AND t.run_id = u.run_id
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT episode_id, run_id, module, role, participant_id, from_day, to_day, ending, unmet, because, signed_by,
            signed_on, shape
        FROM record.module_run WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.module_run WHERE site_id = \(site.number) AND episode_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.episode_id FROM record.module_run AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'episode' AND s.stream_id = t.episode_id
        )
        """
    }
}
