import CivilDate
import EpisodeEngine
import Intervention
import Postgres

/// How many open families the people of a team have on a day.
package struct Caseload: Hashable, Sendable {
    /// By therapist.
    package var families: [StaffCode: Int] = [:]
    /// Those that nobody is named for.
    package var unallocated = 0

    /// Nobody has a family.
    package init() {}
}

extension EpisodeStore {
    /// How many accepted and not yet closed families each therapist of each team has on a day.
    package func caseloads(
        on day: CivilDate, site: SiteID, _ transaction: Transaction
    ) async throws -> [TeamID: Caseload] {
        let rows = try await transaction.query(
            """
            SELECT a.team_id, a.therapist, count(*)
            FROM record.assignment AS a
            JOIN record.episode AS e ON e.site_id = a.site_id AND e.episode_id = a.episode_id
            WHERE a.site_id = \(site.number) AND e.open_during @> \(day)::date
                AND a.from_day <= \(day) AND (a.to_day IS NULL OR a.to_day > \(day))
            GROUP BY a.team_id, a.therapist
            """
        )
        var caseloads: [TeamID: Caseload] = [:]
        for row in rows {
            let (team, therapist, count) = try row.decode(UUIDBytes.self, String?.self, Int.self)
            if let code = therapist.flatMap({ StaffCode($0) }) {
                caseloads[TeamID(team), default: Caseload()].families[code] = count
            } else {
                caseloads[TeamID(team), default: Caseload()].unallocated += count
            }
        }
        return caseloads
    }

    /// When teams had an accepted and not yet closed family, as far as is known by a day: in order, without overlap.
    package func familySpells(
        of teams: [TeamID], by day: CivilDate, site: SiteID, _ transaction: Transaction
    ) async throws -> [TeamID: [FamilySpell]] {
        let rows = try await transaction.query(
            """
            SELECT s.team_id, lower(s.days), upper(s.days)
            FROM (
                SELECT a.team_id, unnest(range_agg(e.open_during * daterange(a.from_day, a.to_day))) AS days
                FROM record.assignment AS a
                JOIN record.episode AS e ON e.site_id = a.site_id AND e.episode_id = a.episode_id
                WHERE a.site_id = \(site.number) AND a.team_id = ANY(\(teams.map(\.bound)))
                    AND e.open_during && daterange(a.from_day, a.to_day)
                GROUP BY a.team_id
            ) AS s
            WHERE lower(s.days) <= \(day)
            ORDER BY s.team_id, s.days
            """
        )
        var spells: [TeamID: [FamilySpell]] = [:]
        for row in rows {
            let (team, from, until) = try row.decode(UUIDBytes.self, CivilDate.self, CivilDate?.self)
            spells[TeamID(team), default: []].append(FamilySpell(from: from, until: until))
        }
        return spells
    }
}
