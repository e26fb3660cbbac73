import EpisodeEngine
import Intervention
import Practice
import Sites

extension RegisterSite {
    /// The session's site on the session's day, with the newest models that its teams work by.
    init(_ session: SiteSession) throws {
        var reasons: [ModelID: [ClosureReasonID]] = [:]
        var caseloads: [ModelID: Int] = [:]
        for id in Set(session.site.teams.map(\.model)) {
            let rules = try session.rules.beginning(id, on: session.today)
            reasons[id] = rules.model.closureReasons.map(\.id)
            caseloads[id] = rules.settings.whole(.caseloadMost)
        }
        let teams = session.site.teams.map {
            Team(code: $0.code, id: $0.id, model: $0.model, startedOn: $0.startedOn)
        }
        self.init(
            code: session.site.code, jurisdiction: session.site.jurisdiction, today: session.today, teams: teams,
            closureReasons: reasons, caseloads: caseloads,
            staff: try session.staff()
        )
    }
}
