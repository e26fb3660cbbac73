import Intervention
import Postgres
import Sites

extension Practice {
    /// Applies a site file. The same file again changes nothing.
    /// - Parameter dryRun: only tells what would change.
    /// - Throws: ``SiteRefusal``, ``PracticeFault``.
    package func apply(_ file: SiteFile, dryRun: Bool = false) async throws -> SitePlan {
        let applying = SiteApply(store: store, clock: clock, author: actor)
        return try await Retry.onConflict {
            try await PracticeFault.translating {
                if dryRun {
                    try await application.transaction(access: .readOnly) { try await applying.plan(file, in: $0) }
                } else {
                    try await application.transaction { try await applying.apply(file, in: $0) }
                }
            }
        }
    }
}
