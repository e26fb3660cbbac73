import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites
import Vault

extension Practice {
    /// Which master keys sealed rows of any site still need, or what opens accounts, with how many rows.
    package func rowsUnderMasters() async throws -> [KeyID: Int] {
        try await withNetwork(for: .manageKeys, isNoted: false, access: .readOnly) { transaction in
            try await store.vault.rowsUnderMasters(in: transaction)
        }
    }

    /// The names of all keys that were destroyed with what was disposed of.
    package func destroyedKeys() async throws -> Set<KeyID> {
        try await withNetwork(for: .manageKeys, isNoted: false, access: .readOnly) { transaction in
            let names = try await transaction.query("SELECT key_id FROM door.destroyed_keys()")
                .column(0, as: String.self)
            return Set(names.compactMap { KeyID($0) })
        }
    }

    /// Seals what opens accounts, so far as it still needs a master key, with the key that new rows are sealed with.
    /// - Returns: how many rows it was.
    @discardableResult
    package func resealDoor() async throws -> Int {
        let seals = DoorSeals(vault: store.vault)
        var done = 0
        while true {
            let step = try await withNetwork(for: .manageKeys, isNoted: done == 0) { transaction in
                try await seals.reseal(atMost: 200, in: transaction)
            }
            if step == 0 { return done }
            done += step
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
