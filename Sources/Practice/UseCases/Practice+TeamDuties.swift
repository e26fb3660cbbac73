import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Sites

/// What is owed by one team and what somebody should look at in it, on a day.
package struct DutiesOfTeam: Hashable, Sendable {
    /// The team.
    package let code: TeamCode
    /// The model that it delivers.
    package let model: ModelID
    /// How many open families it has on the day.
    package let families: Int
    /// What is owed, in the order in which it is due.
    package let obligations: [Obligation]
    /// What somebody should look at, the most pressing first.
    package let alerts: [Alert]
}

extension SiteSession {
    /// The teams that are open on a day, as a model may look at them, by code.
    /// - Parameter team: only this one; nil for all.
    func situations(
        of team: TeamCode? = nil, on day: CivilDate
    ) async throws -> [(team: Site.Team, situation: TeamSituation)] {
        let teams = site.teams.filter { team == nil || $0.code == team }
        let states = try await store.load(teams.map(\.id), in: TeamStream.self, site: site.id, transaction)
        let caseloads = try await store.caseloads(on: day, site: site.id, transaction)
        let spells = try await store.familySpells(of: teams.map(\.id), by: day, site: site.id, transaction)
        return try teams.compactMap { team in
            guard let facts = states[team.id]?.history.facts, let openedOn = facts.openedOn, openedOn <= day else {
                return nil
            }
            let caseload = caseloads[team.id] ?? Caseload()
            let situation = TeamSituation(
                facts, staff: try staff(of: team.code), caseload: caseload.families, unallocated: caseload.unallocated,
                familySpells: spells[team.id] ?? []
            )
            return (team, situation)
        }
    }

    /// What the teams owe on a day, derived by the newest version of each team's model under the settings in force.
    func teamDuties(of team: TeamCode?, on day: CivilDate) async throws -> [DutiesOfTeam] {
        try await situations(of: team, on: day).map { team, situation in
            let rules = try rules.beginning(team.model, on: day)
            let obligations = rules.model.obligations(of: situation, with: rules.settings, through: day)
                .filter { $0.standing == .open || $0.standing == .upcoming }
            let alerts = rules.model.alerts(for: situation, with: rules.settings, on: day)
            return DutiesOfTeam(
                code: team.code, model: team.model, families: situation.families,
                obligations: obligations.sorted { ($0.dueOn, $0.kind) < ($1.dueOn, $1.kind) },
                alerts: alerts.sorted { ($1.urgency, $0.since) < ($0.urgency, $1.since) }
            )
        }
    }
}
