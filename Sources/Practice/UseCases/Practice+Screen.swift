import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Sites

extension Practice {
    /// The models that a site runs now, each as an episode would begin under it today.
    package func runningModels(at code: SiteCode) async throws -> [any InterventionModel] {
        try await withSite(code, access: .readOnly) { session in
            try running(session).map { try session.rules.beginning($0).model }
        }
    }

    /// Screens a referral for every model that a site runs. Nothing is recorded.
    /// - Parameter day: the day of referral; nil for today at the site.
    /// - Returns: what each model says, in the order of their ids.
    package func screen(
        _ profile: Profile, _ answers: ReferralAnswers, at code: SiteCode, on day: CivilDate? = nil
    ) async throws -> [Eligibility] {
        try await withSite(code, access: .readOnly) { session in
            try running(session).map { id in
                let rules = try session.rules.beginning(id)
                return rules.model.screen(profile, answers, with: rules.settings, on: day ?? session.today)
            }
        }
    }

    private func running(_ session: SiteSession) -> [ModelID] {
        session.site.runningModels().filter { models.newest($0) != nil }.sorted()
    }
}
