import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Makes a site's projections and facts again from the events. It may be stopped at any moment and run again.
    package func rebuild(
        _ site: SiteCode, progress: (EpisodeStore.Progress) -> Void = { _ in }
    ) async throws -> RebuildReport {
        let id = try await withSite(site, for: .rebuild, access: .readOnly) { $0.site.id }
        return try await PracticeFault.translating {
            try await store.rebuild(
                site: id, transactions: SiteTransactions(practice: self, site: site), progress: progress)
        }
    }
}

/// Opens transactions under one site's scope for work that takes many.
private struct SiteTransactions: TransactionLender {
    let practice: Practice
    let site: SiteCode

    func transaction<Result: Sendable>(_ body: (Transaction) async throws -> Result) async throws -> Result {
        try await Retry.onConflict {
            try await practice.withSite(site, for: .rebuild, isNoted: false) { session in
                try await body(session.transaction)
            }
        }
    }
}
