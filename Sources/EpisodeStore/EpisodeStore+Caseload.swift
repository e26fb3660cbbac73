import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

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
    /// - Parameter instant: nil for all that is known; otherwise what was known then.
    package func caseloads(
        on day: CivilDate, site: SiteID, knownAt instant: Instant? = nil, _ transaction: Transaction
    ) async throws -> [TeamID: Caseload] {
        let grown = try await episodesGrown(since: instant, site: site, transaction)
        let rows = try await transaction.query(
            """
            SELECT a.team_id, a.therapist, count(*)
            FROM record.assignment AS a
            JOIN record.episode AS e ON e.site_id = a.site_id AND e.episode_id = a.episode_id
            WHERE a.site_id = \(site.number) AND e.open_during @> \(day)::date
                AND a.from_day <= \(day) AND (a.to_day IS NULL OR a.to_day > \(day))
                AND a.episode_id <> ALL(\(grown.map(\.bound)))
            GROUP BY a.team_id, a.therapist
            """
        )
        var caseloads: [TeamID: Caseload] = [:]
        for row in rows {
            let (team, therapist, count) = try row.decode(UUIDBytes.self, String?.self, Int.self)
            caseloads[TeamID(team), default: Caseload()].add(therapist.flatMap { StaffCode($0) }, count)
        }
        for state in try await load(grown, in: EpisodeStream.self, site: site, knownAt: instant, transaction).values {
            guard let facts = state.history.facts, facts.isOpen(on: day), let held = facts.assignment(on: day) else {
                continue
            }
            caseloads[held.team, default: Caseload()].add(held.therapist, 1)
        }
        return caseloads
    }

    /// When teams had an accepted and not yet closed family, as far as is known by a day: in order, without overlap.
    /// - Parameter instant: nil for all that is known; otherwise what was known then.
    package func familySpells(
        of teams: [TeamID], by day: CivilDate, site: SiteID, knownAt instant: Instant? = nil,
        _ transaction: Transaction
    ) async throws -> [TeamID: [FamilySpell]] {
        let grown = try await episodesGrown(since: instant, site: site, transaction)
        let rows = try await transaction.query(
            """
            SELECT s.team_id, lower(s.days), upper(s.days)
            FROM (
                SELECT a.team_id, unnest(range_agg(e.open_during * daterange(a.from_day, a.to_day))) AS days
                FROM record.assignment AS a
                JOIN record.episode AS e ON e.site_id = a.site_id AND e.episode_id = a.episode_id
                WHERE a.site_id = \(site.number) AND a.team_id = ANY(\(teams.map(\.bound)))
                    AND e.open_during && daterange(a.from_day, a.to_day)
                    AND a.episode_id <> ALL(\(grown.map(\.bound)))
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
        for state in try await load(grown, in: EpisodeStream.self, site: site, knownAt: instant, transaction).values {
            guard let facts = state.history.facts else { continue }
            for (team, spell) in facts.familySpells where teams.contains(team) && spell.from <= day {
                spells[team, default: []].append(spell)
            }
        }
        return grown.isEmpty ? spells : spells.mapValues(FamilySpell.merged)
    }

    /// The episodes of which something became known after an instant: their rows say more than was known then.
    private func episodesGrown(
        since instant: Instant?, site: SiteID, _ transaction: Transaction
    ) async throws -> [EpisodeID] {
        guard let instant else { return [] }
        return try await transaction.query(
            """
            SELECT stream_id FROM record.stream
            WHERE site_id = \(site.number) AND stream = 'episode' AND last_recorded_at > \(instant)
            """
        ).column(0, as: UUIDBytes.self).map { EpisodeID($0) }
    }
}

extension Caseload {
    fileprivate mutating func add(_ therapist: StaffCode?, _ count: Int) {
        if let therapist { families[therapist, default: 0] += count } else { unallocated += count }
    }
}

extension EpisodeFacts {
    /// Whether the family is accepted and not closed on a day.
    fileprivate func isOpen(on day: CivilDate) -> Bool {
        guard let decision, decision.screening.verdict == .accepted else { return false }
        return startedOn ?? decision.on <= day && closing.map { day < $0.on } ?? true
    }

    /// When each team had the family while it was accepted and not closed.
    fileprivate var familySpells: [(team: TeamID, spell: FamilySpell)] {
        guard let decision, decision.screening.verdict == .accepted else { return [] }
        let first = startedOn ?? decision.on
        return assignments.indices.compactMap { place in
            let from = max(assignments[place].from, first)
            let next = place + 1 < assignments.count ? assignments[place + 1].from : nil
            let until = [next, closing?.on].compactMap(\.self).min()
            guard until.map({ from < $0 }) ?? true else { return nil }
            return (assignments[place].team, FamilySpell(from: from, until: until))
        }
    }
}

extension FamilySpell {
    /// Spells in order, those that overlap or touch made one.
    fileprivate static func merged(_ spells: [FamilySpell]) -> [FamilySpell] {
        spells.sorted { $0.from < $1.from }.reduce(into: []) { merged, spell in
            guard let last = merged.last, last.until.map({ spell.from <= $0 }) ?? true else {
                return merged.append(spell)
            }
            let ends = [last.until, spell.until].compactMap(\.self)
            merged[merged.count - 1] = FamilySpell(from: last.from, until: ends.count == 2 ? ends.max() : nil)
        }
    }
}
