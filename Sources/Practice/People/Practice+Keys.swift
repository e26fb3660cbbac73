import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Which master keys rows of a site still need, with how many rows.
    package func rowsUnderMasters(of site: SiteCode) async throws -> [KeyID: Int] {
        try await withSite(site, for: .manageKeys, isNoted: false, access: .readOnly) { session in
            try await session.store.vault.rowsUnderMasters(of: session.site.id, in: session.transaction)
        }
    }

    /// Seals rows of a site that still need a master key with the keys that new rows are sealed with, some at a time: work
    /// goes on meanwhile, and what was interrupted goes on where it stopped.
    /// - Parameter progress: is told after each step how many rows are done.
    /// - Returns: how many rows it was.
    @discardableResult
    package func reseal(_ site: SiteCode, progress: (Int) -> Void = { _ in }) async throws -> Int {
        var done = 0
        while true {
            let step = try await withSite(site, for: .manageKeys, isNoted: done == 0) { session in
                try await session.store.vault.reseal(
                    site: session.site.id, atMost: 200, in: session.transaction)
            }
            if step == 0 { return done }
            done += step
            progress(done)
        }
    }
}
