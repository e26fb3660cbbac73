import Accounts
import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Sites

extension Practice {
    /// The models that a site enables, each as an episode would begin under it today.
    package func enabledModels(at code: SiteCode) async throws -> [any InterventionModel] {
        try await withSite(code, for: .screenReferral, access: .readOnly) { session in
            try session.enabledModels().compactMap { models.newest($0) }
        }
    }

    /// Screens a referral for every model that a site enables. Nothing is recorded.
    /// - Parameter day: the day of referral; nil for today at the site.
    /// - Returns: what each model says, in the order of their ids.
    /// - Throws: ``ScreeningFault`` when nobody of that birth can be referred on the day.
    package func screen(
        _ profile: Profile, _ answers: ReferralAnswers, at code: SiteCode, on day: CivilDate? = nil
    ) async throws -> [Eligibility] {
        try await withSite(code, for: .screenReferral, access: .readOnly) { session in
            let day = day ?? session.today
            if let fault = ScreeningFault(of: profile.birthMonth, on: day) { throw fault }
            return try session.enabledModels().filter { models.newest($0) != nil }.map { id in
                let rules = try session.rules.beginning(id, on: day)
                return rules.model.screen(profile, answers, with: rules.settings, on: day)
            }
        }
    }
}
