import Accounts
import EpisodeStore
import Intervention
import Postgres
import Vault

/// A key of an account and what was asked under it, as keyed hashes that say nothing of either.
struct KeyMark {
    /// The key.
    let key: Digest256
    /// All that was asked.
    let request: Digest256
    /// For how many seconds the key is known.
    let seconds: Int64

    /// - Parameter site: by whose keys; ``SiteID/door`` for what is of no site.
    init(_ write: KeyedWrite, of account: AccountID, site: SiteID, vault: Vault) {
        key = vault.blindIndex(site: site, purpose: .keyedWrite, "key \(account) \(write.key)")
        seconds = Int64(write.days) * 24 * 60 * 60
        request = vault.blindIndex(site: site, purpose: .keyedWrite, "request \(write.request)")
    }

    /// The first eight bytes of the key's hash, by which one transaction at a time works under it.
    var lock: Int64 {
        Int64(bitPattern: key.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
