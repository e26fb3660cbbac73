import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// The one writer of the record: loads streams, asks the engine, appends what it decided.
///
/// The store works in the transaction that it is lent, under the scope of one site; it never begins or commits.
package struct EpisodeStore: Sendable {
    let models: ModelRegistry
    /// The keys, for use cases that read and write who people are.
    package let vault: Vault
    let clock: RecordClock
    /// The keys of facts, derived once for each site: deriving costs more than a small append does otherwise.
    private let factKeys = Guarded<[SiteID: FactKeys]>([:])

    /// A store.
    /// - Parameters:
    ///   - models: All versions of models that open episodes may be pinned to.
    ///   - clock: Where the stamps come from.
    package init(models: ModelRegistry, vault: Vault, clock: RecordClock) {
        self.models = models
        self.vault = vault
        self.clock = clock
    }

    /// Begins a batch that is stamped with the time of now. From here until the transaction ends, the site's lock is
    /// held shared, so that nobody reads as known what may still be stamped earlier.
    package func begin(
        site: SiteID, by author: Author, in transaction: Transaction
    ) async throws -> RecordBatch {
        let results = try await transaction.pipeline([RecordHorizon.share(site), TeamCodes.select(of: site)])
        return try batch(site: site, author, codes: TeamCodes(results[1]), stamp: clock.now())
    }

    /// Begins a batch whose caller gives each append its stamp: work that was recorded elsewhere or never happened.
    package func beginStamped(
        site: SiteID, by author: Author, in transaction: Transaction
    ) async throws -> RecordBatch {
        let results = try await transaction.pipeline([RecordHorizon.share(site), TeamCodes.select(of: site)])
        return try batch(site: site, author, codes: TeamCodes(results[1]), stamp: nil)
    }

    /// Seals a text that an event is to refer to.
    /// - Parameter person: whom it is about; nil when it is about no one person.
    package func seal(
        _ text: String, id: NarrativeID, of person: PersonID? = nil, site: SiteID, in transaction: Transaction
    ) async throws -> NarrativeReference? {
        NarrativeReference(try await vault.write(narrative: text, id: id, of: person, site: site, in: transaction))
    }

    private func batch(
        site: SiteID, _ author: Author, codes: TeamCodes, stamp: Instant?
    ) throws -> RecordBatch {
        RecordBatch(
            site: site, author: author, codes: codes, factKeys: factKeys(of: site), stamp: stamp
        )
    }

    private func factKeys(of site: SiteID) -> FactKeys {
        factKeys.withLock { known in
            if let keys = known[site] { return keys }
            let keys = vault.factKeys(site: site)
            known[site] = keys
            return keys
        }
    }

    /// Models in the versions that open episodes of the site are pinned to and this programme does not have, with how
    /// many episodes: none may be missing when it starts.
    package func missingModels(
        site: SiteID, in transaction: Transaction
    ) async throws -> [(model: ModelID, version: ModelVersion, episodes: Int)] {
        let rows = try await transaction.query(
            """
            SELECT model_id, model_version, count(*) FROM record.episode
            WHERE site_id = \(site.number) AND closed_on IS NULL AND decision <> 'declined'
            GROUP BY model_id, model_version
            ORDER BY model_id, model_version
            """
        )
        var missing: [(model: ModelID, version: ModelVersion, episodes: Int)] = []
        for row in rows {
            let (text, number, episodes) = try row.decode(String.self, Int32.self, Int.self)
            guard let model = ModelID(text) else { continue }
            let version = ModelVersion(number)
            if models.model(model, version) == nil { missing.append((model, version, episodes)) }
        }
        return missing
    }
}
