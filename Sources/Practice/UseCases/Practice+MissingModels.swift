import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

/// A version of a model that open episodes of a site are pinned to and this programme does not have.
package struct MissingModel: Hashable, Sendable {
    /// The site.
    package let site: SiteCode
    /// The model.
    package let model: ModelID
    /// The version that is missing.
    package let version: ModelVersion
    /// How many open episodes are pinned to it.
    package let episodes: Int
}

extension Practice {
    /// Models that open episodes need and this programme does not have: none may be missing when a service starts.
    package func missingModels() async throws -> [MissingModel] {
        var missing: [MissingModel] = []
        // A site that cannot be read keeps no other from being served.
        for site in try await nightSites() {
            missing += try await inScope(of: site, for: .verify, access: .readOnly) { transaction in
                try await store.missingModels(site: site.id, in: transaction).map {
                    MissingModel(site: site.code, model: $0.model, version: $0.version, episodes: $0.episodes)
                }
            }
        }
        return missing
    }
}
