import CivilDate
import Intervention

extension MSTCAN {
    /// The usual alerts, and tests that count as positive and that no lapse, and no later test, follows.
    public func alerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        usualAlerts(for: episode, owing: obligations, with: settings, on: day)
            + testAlerts(for: episode, with: settings, on: day)
    }

    /// The usual alerts, and the roles that only this model needs.
    public func alerts(for team: TeamSituation, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        usualAlerts(for: team, with: settings, on: day) + roleAlerts(for: team, on: day)
    }

    private func testAlerts(
        for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let startedOn = episode.startedOn, startedOn <= day, episode.closing.map({ day < $0.on }) ?? true else {
            return []
        }
        let counts = MSTCAN.positive(with: settings)
        var last: [FactSubject: DatedFact] = [:]
        for dated in episode.facts where dated.from <= day {
            if dated.fact.kind == .drugTest { last[dated.fact.about] = dated }
            if dated.fact.kind == .lapse { last[dated.fact.about] = nil }
        }
        return last.values.filter { counts.isMet(by: $0.fact) }.sorted { ($0.from, $0.fact.id) < ($1.from, $1.fact.id) }
            .map { dated in
                Alert(
                    "test-without-lapse", .urgent, since: dated.from,
                    "the test of \(dated.from) counts as positive and no lapse is on record: record one, or test again"
                )
            }
    }

    /// The results that count as positive.
    static func positive(with settings: ModelSettings) -> FieldTest {
        let refusals: [ChoiceCode] =
            settings.choice(.refusedTestCounts) == countsAsPositive ? ["refused", "missed"] : []
        return FieldTest(.result, in: ["positive", "adulterated"] + refusals)
    }

    private func roleAlerts(for team: TeamSituation, on day: CivilDate) -> [Alert] {
        let posts = team.posts(on: day)
        guard let first = posts.map(\.from).min() else { return [] }
        let roles: [(role: StaffRole, code: AlertCode)] = [
            (.crisisCaseworker, "crisis-caseworker-missing"), (.psychiatrist, "psychiatrist-missing"),
        ]
        return roles.filter { wanted in !posts.contains { $0.role == wanted.role } }.map { wanted in
            let left = team.staff.filter { $0.role == wanted.role }.compactMap(\.through).filter { $0 < day }.max()
            return Alert(
                wanted.code, .warning, since: left?.adding(days: 1) ?? first,
                "the team has no \(wanted.role.rawValue), whom \(title) asks for"
            )
        }
    }
}
