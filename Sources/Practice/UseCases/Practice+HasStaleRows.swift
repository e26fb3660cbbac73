import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Whether rows of a site that are made from events have the form of another version of the program: `rebuild` makes
    /// them anew, and reports over them refuse until then.
    package func hasStaleRows(at site: SiteCode) async throws -> Bool {
        let sites = try await nightSites()
        guard let found = sites.first(where: { $0.code == site }) else {
            throw PracticeFault.unknownSite(site, known: sites.map(\.code))
        }
        return try await inScope(of: found, for: .verify, access: .readOnly) { transaction in
            try await store.hasStaleRows(site: found.id, in: transaction)
        }
    }
}
