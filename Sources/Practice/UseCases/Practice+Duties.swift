import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Sites

/// What is owed at a site on a day, and what somebody should look at.
package struct SiteDuties: Hashable, Sendable {
    /// The day.
    package let day: CivilDate
    /// The teams that are open, by code.
    package let teams: [DutiesOfTeam]
    /// The episodes that owe something open or raise an alert, by reference.
    package let episodes: [EpisodeDuties]
}

/// What is owed in one episode and what somebody should look at, on a day.
package struct EpisodeDuties: Hashable, Sendable {
    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The model that it runs under.
    package let model: ModelID
    /// The team that has it.
    package let team: TeamCode?
    /// The lead therapist; nil while nobody is named.
    package let therapist: StaffCode?
    /// What is owed, in the order in which it is due.
    package let obligations: [Obligation]
    /// What somebody should look at, the most pressing first.
    package let alerts: [Alert]
    /// Whom the obligations are about.
    package let labels: [FactSubject: SubjectLabel]
}

extension Practice {
    /// What is owed at a site on a day: by each episode's own version of its model under its own settings, and by each team
    /// under those in force.
    /// - Parameters:
    ///   - team: only this team and its families; nil for all.
    ///   - day: nil for today at the site.
    package func duties(
        at code: SiteCode, of team: TeamCode? = nil, on day: CivilDate? = nil
    ) async throws -> SiteDuties {
        try await withSite(code, access: .readOnly, isolation: .repeatableRead) { session in
            let only = try team.map { try session.team($0).id }
            let day = day ?? session.today
            var found: [EpisodeDuties] = []
            var last: EpisodeID?
            while true {
                let states = try await session.store.episodesInPlay(
                    closedSince: day.adding(months: -Practice.monthsInPlay), after: last, atMost: 500,
                    of: only, site: session.site.id, session.transaction
                )
                guard let end = states.last?.id else { break }
                found += try states.compactMap { try duties(of: $0, on: day, session) }
                last = end
            }
            let ofTeam = found.filter { team == nil || $0.team == team }
            return SiteDuties(
                day: day, teams: try await session.teamDuties(of: team, on: day),
                episodes: ofTeam.sorted { ($0.ref?.text ?? "", $0.id) < ($1.ref?.text ?? "", $1.id) }
            )
        }
    }

    /// Months after closing in which a follow-up can be owed: the last is held at 18 months, within a window after it.
    private static let monthsInPlay = 24

    private func duties(
        of state: StreamState<EpisodeStream>, on day: CivilDate, _ session: SiteSession
    ) throws -> EpisodeDuties? {
        guard let facts = state.history.facts, let rules = try session.rules.pinned(state, asOf: day) else {
            return nil
        }
        let owed = rules.model.obligations(of: facts, with: rules.settings, through: day)
        let alerts = rules.model.alerts(for: facts, owing: owed, with: rules.settings, on: day)
        let obligations = owed.filter { $0.standing == .open || $0.standing == .upcoming }
        guard !alerts.isEmpty || obligations.contains(where: { $0.standing == .open }) else { return nil }
        let labels = Set(obligations.map(\.about)).map { ($0, facts.label(of: $0)) }
        let assignment = facts.assignment(on: day) ?? facts.assignment
        return EpisodeDuties(
            id: state.id, ref: facts.referral.ref, model: rules.modelID,
            team: session.site.teams.first { $0.id == assignment?.team }?.code, therapist: assignment?.therapist,
            obligations: obligations.sorted { ($0.dueOn, $0.kind) < ($1.dueOn, $1.kind) },
            alerts: alerts.sorted { ($1.urgency, $0.since) < ($0.urgency, $1.since) },
            labels: Dictionary(labels) { first, _ in first }
        )
    }
}
