import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// The site's children by the keys that reports know them by.
    package func childrenByKey(site: SiteID, in transaction: Transaction) async throws -> [Digest256: ChildID] {
        let ids = try await transaction.query("SELECT child_id FROM record.child WHERE site_id = \(site.number)")
            .column(0, as: UUIDBytes.self)
        let keys = vault.factKeys(site: site)
        var children: [Digest256: ChildID] = [:]
        children.reserveCapacity(ids.count)
        for id in ids { children[keys.key(of: ChildID(id))] = ChildID(id) }
        return children
    }
}
