import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Checks a site's record: chains, heads, and that projections and facts are what the events say. Writers may work
    /// meanwhile.
    package func verify(
        _ site: SiteCode, progress: (EpisodeStore.Progress) -> Void = { _ in }
    ) async throws -> CheckReport {
        try await withSite(site, for: .verify, access: .readOnly, isolation: .repeatableRead) { session in
            try await store.verify(site: session.site.id, in: session.transaction, progress: progress)
        }
    }
}
