import CivilDate
import Intervention
import Postgres

/// One row a term of a team's licence.
struct LicenceTermRow: ProjectionRow {
    static let table = ProjectionTable.licenceTerm
    static let shape: Int16 = 1

    let team: UUIDBytes
    let from: CivilDate
    let through: CivilDate
    let grantedOn: CivilDate
    var shape = LicenceTermRow.shape

    var key: ProjectionKey {
        ProjectionKey(owner: team, part: .numbers(Int64(from.dayNumber), Int64(through.dayNumber)))
    }
}

extension LicenceTermRow {
    init(_ row: Row) throws(PostgresFault) {
        var cells = Cells(row)
        self.init(
            team: try cells.next(), from: try cells.next(), through: try cells.next(), grantedOn: try cells.next(),
            shape: try cells.next()
        )
    }

    static func upsert(_ rows: [LicenceTermRow], of site: SiteID) -> Statement {
        """
        INSERT INTO record.licence_term (site_id, team_id, from_day, through_day, granted_on, shape)
        SELECT \(site.number), u.team_id, u.from_day, u.through_day, u.granted_on, \(LicenceTermRow.shape)
        FROM unnest(
            \(rows.map(\.team)), \(rows.map(\.from)), \(rows.map(\.through)), \(rows.map(\.grantedOn))
        ) AS u(
            team_id, from_day, through_day, granted_on
        )
        ON CONFLICT (site_id, team_id, from_day, through_day) DO UPDATE SET
            granted_on = excluded.granted_on, shape = excluded.shape
        """
    }

    static func delete(_ rows: [LicenceTermRow], of site: SiteID) -> Statement {
        """
        DELETE FROM record.licence_term AS t
        USING unnest(
            \(rows.map(\.team)), \(rows.map(\.from)), \(rows.map(\.through))
        ) AS u(
            team_id, from_day, through_day
        )
        WHERE t.site_id = \(site.number) AND t.team_id = u.team_id AND t.from_day = u.from_day AND t.through_day = u.through_day
        """
    }

    static func select(owners: [UUIDBytes], of site: SiteID) -> Statement {
        """
        SELECT team_id, from_day, through_day, granted_on, shape
        FROM record.licence_term WHERE site_id = \(site.number) AND team_id = ANY(\(owners))
        """
    }

    static func delete(owners: [UUIDBytes], of site: SiteID) -> Statement {
        "DELETE FROM record.licence_term WHERE site_id = \(site.number) AND team_id = ANY(\(owners))"
    }

    static func orphans(of site: SiteID) -> Statement {
        """
        SELECT DISTINCT t.team_id FROM record.licence_term AS t
        WHERE t.site_id = \(site.number) AND NOT EXISTS (
            SELECT FROM record.stream AS s
            WHERE s.site_id = t.site_id AND s.stream = 'team' AND s.stream_id = t.team_id
        )
        """
    }
}
