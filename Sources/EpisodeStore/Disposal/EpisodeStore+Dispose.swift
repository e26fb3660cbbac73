import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

extension EpisodeStore {
    /// Destroys a child's record with its episodes, and leaves a stub of each stream. The database refuses it unless a
    /// proposal that names the child was approved by a second person, nothing holds the record, no episode is open, and
    /// `duty.retention` says that its day is past: whoever calls works that out anew in the same transaction.
    ///
    /// Reporting facts go too. They hold no name, but days, ages and places of one family, under keys that lead back to it
    /// while the home's key is there; and what nothing on record accounts for can neither be checked nor made again.
    /// - Parameters:
    ///   - number: the approved proposal's.
    ///   - day: the day it is at the site.
    package func dispose(
        _ child: ChildID, under number: Int32, on day: CivilDate, site: SiteID, in transaction: Transaction
    ) async throws -> Disposed {
        let episodes = try await transaction.query(
            "SELECT episode_id FROM record.episode WHERE site_id = \(site.number) AND child_id = \(child.bound)"
        ).column(0, as: UUIDBytes.self)
        let rows = try await transaction.query(
            "SELECT streams, events, texts, rows FROM record.dispose(\(number), \(child.bound), \(day), \(clock.now()))"
        )
        var disposed = Disposed()
        if let row = rows.first {
            (disposed.streams, disposed.events, disposed.texts, disposed.rows) =
                try row.decode(Int.self, Int.self, Int.self, Int.self)
        }
        let keys = vault.factKeys(site: site)
        let facts = OrphanFacts(
            episodes: episodes.map { keys.key(of: EpisodeID($0)) }, children: [keys.key(of: child)])
        for statement in facts.removalOfAll(from: site) {
            disposed.rows += try await transaction.execute(statement).rows
        }
        return disposed
    }
}
