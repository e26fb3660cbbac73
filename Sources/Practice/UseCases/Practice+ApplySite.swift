import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Applies a site file. The same file again changes nothing.
    /// - Parameters:
    ///   - dryRun: only tells what would change.
    ///   - newTeam: makes the id of a team that is new.
    /// - Throws: ``SiteRefusal``, ``PracticeFault``.
    package func apply(
        _ file: SiteFile, dryRun: Bool = false,
        newTeam: @escaping @Sendable (TeamCode) -> TeamID = { _ in .random() }
    ) async throws -> SitePlan {
        let applying = SiteApply(store: store, models: models, clock: clock, author: actor, newTeam: newTeam)
        return try await Retry.onConflict {
            try await withConfiguring(file.code, access: dryRun ? .readOnly : .readWrite) { transaction in
                if dryRun { return try await applying.plan(file, in: transaction) }
                let plan = try await applying.apply(file, in: transaction)
                if !plan.changesNothing { try await keepModels(of: file, in: transaction) }
                return plan
            }
        }
    }
}
