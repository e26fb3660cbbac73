import CivilDate
import Intervention
import Postgres

/// One row a spell on call, as the rotas that were set make it.
struct OnCallSpellRow: ProjectionRow {
    static let table = ProjectionTable.onCallSpell
    static let shape: Int16 = 1

    let team: UUIDBytes
    let staff: String
    let from: CivilDate
    let through: CivilDate
    var shape = OnCallSpellRow.shape

    var key: ProjectionKey { ProjectionKey(owner: team, part: .wordOfDays(staff, from, through)) }
}

extension OnCallSpellRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), staff: try cells.next(), from: try cells.next(), through: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [OnCallSpellRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.on_call_spell (site_id, team_id, staff, from_day, through_day, shape)
        SELECT \(site.number), u.team_id, u.staff, u.from_day, u.through_day, \(OnCallSpellRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.staff)), \(rows.map(\.from)), \(rows.map(\.through))
        ) AS u(
            team_id, staff, from_day, through_day
        )
        ON CONFLICT (site_id, team_id, staff, from_day, through_day) DO UPDATE SET
            shape = excluded.shape
        """
    }

    static func delete(_ rows: [OnCallSpellRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.on_call_spell AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.staff)), \(rows.map(\.from)), \(rows.map(\.through))
        ) AS u(
            team_id, staff, from_day, through_day
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.staff = u.staff AND t.from_day = u.from_day AND t.through_day = u.through_day
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, staff, from_day, through_day, shape
        FROM record.on_call_spell WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.on_call_spell WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.on_call_spell AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
