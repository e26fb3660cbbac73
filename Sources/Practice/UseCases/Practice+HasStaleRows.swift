import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Whether rows of a site that are made from events have the form of another version of the program: `rebuild` makes
    /// them anew, and reports over them refuse until then.
    package func hasStaleRows(at site: SiteCode) async throws -> Bool {
        try await withSite(site, access: .readOnly) { session in
            try await store.hasStaleRows(site: session.site.id, in: session.transaction)
        }
    }
}
