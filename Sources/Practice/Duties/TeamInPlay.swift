import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

/// A team that is open on a day as its model may look at it, under the newest version of the model and the settings in
/// force: the one place where what a team owes is asked of its model.
package struct TeamInPlay: Sendable {
    /// The team.
    package let team: Site.Team
    /// Where its record ends.
    package let head: StreamSeq
    /// The team on the day.
    package let situation: TeamSituation
    /// The day.
    package let day: CivilDate
    let rules: Rulebook

    /// Everything that was or is due through the day and what comes next, in the order in which it is due.
    package var obligations: [Obligation] {
        rules.model.obligations(of: situation, with: rules.settings, through: day).inOrder
    }

    /// What somebody should look at on the day, the most pressing first.
    package var alerts: [Alert] { rules.model.alerts(for: situation, with: rules.settings, on: day).inOrder }
}

extension SiteSession {
    /// The teams that are open on a day and that the asker reaches as such, by code: of another one the asker sees parts
    /// alone, which would be told as the whole.
    /// - Parameter code: only this one; nil for all.
    package func teamsInPlay(_ code: TeamCode? = nil, on day: CivilDate) async throws -> [TeamInPlay] {
        let teams = site.teams.filter { (code == nil || $0.code == code) && reaches($0) }
        let states = try await store.load(
            teams.map(\.id), in: TeamStream.self, site: site.id, knownAt: knownAt, transaction)
        let caseloads = try await store.caseloads(on: day, site: site.id, knownAt: knownAt, transaction)
        let spells = try await store.familySpells(
            of: teams.map(\.id), by: day, site: site.id, knownAt: knownAt, transaction)
        return try teams.compactMap { team in
            guard let state = states[team.id], let facts = state.history.facts, let openedOn = facts.openedOn,
                openedOn <= day
            else { return nil }
            let caseload = caseloads[team.id] ?? Caseload()
            let situation = TeamSituation(
                facts, staff: try staff(of: team.code), caseload: caseload.families, unallocated: caseload.unallocated,
                familySpells: spells[team.id] ?? [])
            return TeamInPlay(
                team: team, head: state.history.head, situation: situation, day: day,
                rules: try rules.beginning(team.model, on: day))
        }
    }
}
