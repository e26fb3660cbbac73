import Accounts
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
        try await withSite(code, for: .showDuties, access: .readOnly, isolation: .repeatableRead) { session in
            let only = try team.map { try session.team($0).id }
            let day = day ?? session.today
            var found: [EpisodeDuties] = []
            var last: EpisodeID?
            while let next = try await session.episodesInPlay(of: only, on: day, after: last, atMost: 500) {
                found += next.episodes.compactMap { EpisodeDuties($0, on: day, session.site) }
                last = next.last
            }
            let ofTeam = found.filter { team == nil || $0.team == team }
            return SiteDuties(
                day: day, teams: try await session.teamsInPlay(team, on: day).map(DutiesOfTeam.init),
                episodes: ofTeam.sorted { ($0.ref?.text ?? "", $0.id) < ($1.ref?.text ?? "", $1.id) }
            )
        }
    }
}

extension EpisodeDuties {
    /// What is ahead in an episode; nil when nothing is open and nothing asks to be looked at.
    fileprivate init?(_ episode: EpisodeInPlay, on day: CivilDate, _ site: Site) {
        let obligations = episode.obligations(on: day).ahead
        let alerts = episode.alerts(on: day)
        guard !alerts.isEmpty || obligations.contains(where: { $0.standing == .open }) else { return nil }
        let labels = Set(obligations.map(\.about)).map { ($0, episode.facts.label(of: $0)) }
        let assignment = episode.assignment(on: day)
        self.init(
            id: episode.id, ref: episode.facts.referral.ref, model: episode.rules.modelID,
            team: site.teams.first { $0.id == assignment?.team }?.code, therapist: assignment?.therapist,
            obligations: obligations, alerts: alerts, labels: Dictionary(labels) { first, _ in first })
    }
}

extension DutiesOfTeam {
    fileprivate init(_ team: TeamInPlay) {
        self.init(
            code: team.team.code, model: team.team.model, families: team.situation.families,
            obligations: team.obligations.ahead, alerts: team.alerts)
    }
}
