import Accounts
import Intervention
import Postgres
import Sites

/// A site whose settings in force a version of a model does not allow.
package struct ModelMisfit: Hashable, Sendable {
    /// The site.
    package let site: SiteCode
    /// What does not fit, one sentence each; at least one.
    package let sentences: [String]
}

extension Practice {
    /// The sites whose settings, on their today or later, a version of a model does not allow, by code. Under that
    /// version they could begin no episode.
    package func misfits(with model: any InterventionModel) async throws -> [ModelMisfit] {
        var found: [ModelMisfit] = []
        for site in try await sites() {
            let sentences = try await withSite(site.code, for: .showSite, access: .readOnly) { session in
                let file = try session.rules.configuration()
                let settings = SiteSettings(version: session.site.settings, file.settings, consent: file.consent)
                return settings.misfits(with: model, from: session.today)
            }
            if !sentences.isEmpty { found.append(ModelMisfit(site: site.code, sentences: sentences)) }
        }
        return found
    }
}
