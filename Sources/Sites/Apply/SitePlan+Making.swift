import CivilDate
import EpisodeEngine
import Intervention

extension SitePlan {
    /// Compares a file with what the database has.
    /// - Parameters:
    ///   - state: the site as it is; nil when it is new.
    ///   - checksum: SHA-256 of the file's document.
    ///   - models: the models whose parameters the file may set.
    ///   - today: the site's civil day by the file's time zone.
    /// - Throws: every reason why the file cannot be applied.
    init(
        applying file: SiteFile, checksum: [UInt8], to state: SiteState?, models: ModelRegistry, today: CivilDate
    ) throws(SiteRefusal) {
        var reasons: [SiteRefusal.Reason] = []
        if let state, state.hasEpisodes, state.jurisdiction != file.jurisdiction {
            reasons.append(.jurisdictionFixed(state.jurisdiction))
        }
        var teams: [TeamChange] = []
        let known = Dictionary(uniqueKeysWithValues: (state?.teams ?? []).map { ($0.code, $0) })
        for team in file.teams {
            let change = TeamChange(
                team, under: file.licence(of: team), after: known[team.code], today: today)
            reasons += change.reasons(against: state, today: today)
            teams.append(change)
        }
        let named = Set(file.teams.map(\.code))
        for team in (state?.teams ?? []).sorted(by: { $0.code < $1.code }) where !named.contains(team.code) {
            teams.append(TeamChange(code: team.code, steps: [.keepUnnamed], known: team, wanted: nil))
        }
        let last = state?.configuration
        let changes = SiteChange.list(from: last?.file, to: file, models: models)
        reasons += changes.compactMap { $0.reason(against: state, file, today: today) }
        guard reasons.isEmpty else { throw SiteRefusal(reasons: reasons) }
        code = file.code
        site = SiteStep(file, after: state)
        newVersion = last?.checksum == checksum ? nil : SettingsVersion((last?.version.number ?? 0) + 1)
        self.teams = teams
        self.changes = changes
        advisories = file.advisories(today: today)
    }
}

extension SitePlan.SiteStep {
    fileprivate init(_ file: SiteFile, after state: SiteState?) {
        guard let state else {
            self = .create
            return
        }
        var keys: [String] = []
        if state.name != file.name { keys.append(SiteFileKey.name.rawValue) }
        if state.jurisdiction != file.jurisdiction { keys.append(SiteFileKey.jurisdiction.rawValue) }
        if state.timeZone != file.timeZone.name { keys.append(SiteFileKey.timeZone.rawValue) }
        self = keys.isEmpty ? .keep : .change(keys)
    }
}

extension SiteChange {
    /// Why a setting may not change from that day on: an episode was decided, and reports were made, under the old value.
    fileprivate func reason(
        against state: SiteState?, _ file: SiteFile, today: CivilDate
    ) -> SiteRefusal.Reason? {
        guard case .setting(let change) = self, let last = state?.lastReferrals[change.model] else { return nil }
        let earliest = max(today, last.adding(days: 1))
        guard change.from < earliest else { return nil }
        return .settingInPast(change, earliest: earliest, at: file.place(of: change))
    }
}

extension SitePlan.TeamChange {
    fileprivate init(
        _ team: SiteFile.Team, under licence: SiteLicence?, after known: SiteState.Team?, today: CivilDate
    ) {
        code = team.code
        self.known = known
        wanted = team
        var steps = SitePlan.TeamChange.opening(team, after: known, today: today)
        // Nothing is recorded of a team before it opens.
        if team.startedOn <= today || known?.opening != nil {
            let standing = known?.standing ?? SiteState.Standing()
            steps += StandingStep.steps(to: licence, team.rota, from: standing, today: today).map { .stand($0) }
        }
        self.steps = steps.isEmpty ? [.keep] : steps
    }

    private static func opening(
        _ team: SiteFile.Team, after known: SiteState.Team?, today: CivilDate
    ) -> [SitePlan.TeamStep] {
        let hasCome = team.startedOn <= today
        guard let known else { return [hasCome ? .open(on: team.startedOn) : .announce(team.startedOn)] }
        var steps: [SitePlan.TeamStep] = []
        let model = known.opening?.model ?? known.model
        if model != team.model || known.model != team.model { steps.append(.changeModel(from: model, to: team.model)) }
        if let opening = known.opening {
            if opening.on != team.startedOn || known.startedOn != team.startedOn {
                steps.append(.moveStart(from: opening.on, to: team.startedOn))
            }
        } else if hasCome {
            steps.append(.openAnnounced(on: team.startedOn))
        } else if known.startedOn != team.startedOn {
            steps.append(.announce(team.startedOn))
        }
        return steps
    }

    fileprivate func reasons(against state: SiteState?, today: CivilDate) -> [SiteRefusal.Reason] {
        guard let known, let wanted else { return [] }
        var reasons: [SiteRefusal.Reason] = []
        if wanted.model != known.model, state?.teamsWithEpisodes.contains(known.id) == true {
            reasons.append(.modelFixed(code, known.model))
        }
        if known.opening != nil, wanted.startedOn > today {
            reasons.append(.startsInFuture(code, wanted.startedOn))
        }
        return reasons
    }
}
