import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// The references of the site's episodes by the keys that reports know them by; those without one are not there.
    package func refsByKey(site: SiteID, in transaction: Transaction) async throws -> [[UInt8]: EpisodeRef] {
        let rows = try await transaction.query(
            "SELECT ref, episode_id FROM record.episode WHERE site_id = \(site.number) AND ref IS NOT NULL")
        let keys = vault.factKeys(site: site)
        var refs: [[UInt8]: EpisodeRef] = [:]
        refs.reserveCapacity(rows.count)
        for row in rows {
            let (text, id) = try row.decode(String.self, UUIDBytes.self)
            if let ref = EpisodeRef(text) { refs[keys.key(of: EpisodeID(id)).bytes] = ref }
        }
        return refs
    }
}
