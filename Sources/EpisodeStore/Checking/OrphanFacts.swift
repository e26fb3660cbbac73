import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Facts that belong to nothing on record, by the keys of their owners.
struct OrphanFacts {
    var episodes: [Digest256] = []
    var children: [Digest256] = []
    /// Episodes whose other facts are left behind.
    var modelFacts: [Digest256] = []
    /// Episodes whose interviews' facts are left behind.
    var interviews: [Digest256] = []

    /// How many owners there are that are not on record.
    var count: Int { Set(episodes + modelFacts + interviews).count + children.count }

    /// The tables that have such facts.
    var tables: [ProjectionTable] {
        var tables: [ProjectionTable] = []
        if !episodes.isEmpty { tables.append(FactRow.table) }
        if !children.isEmpty { tables.append(CareSpellRow.table) }
        if !modelFacts.isEmpty { tables.append(ModelFactRow.table) }
        if !interviews.isEmpty { tables.append(InterviewFactRow.table) }
        return tables
    }

    /// What removes all facts of these episodes and children.
    func removalOfAll(from site: SiteID) -> [Statement] {
        OrphanFacts(episodes: episodes, children: children, modelFacts: episodes, interviews: episodes).removal(
            of: site)
    }

    /// What removes them.
    func removal(of site: SiteID) -> [Statement] {
        [
            FactRow.delete(owners: episodes, of: site), CareSpellRow.delete(owners: children, of: site),
            ModelFactRow.delete(owners: modelFacts, of: site),
            InterviewFactRow.delete(owners: interviews, of: site),
        ]
    }
}

extension EpisodeStore {
    /// Finds the site's facts that belong to no episode and no child on record.
    func orphanFacts(site: SiteID, in transaction: Transaction) async throws -> OrphanFacts {
        let keys = vault.factKeys(site: site)
        return OrphanFacts(
            episodes: try await orphans(FactRow.self, of: .episode, site, transaction) { keys.key(of: EpisodeID($0)) },
            children: try await orphans(CareSpellRow.self, of: .child, site, transaction) {
                keys.key(of: ChildID($0))
            },
            modelFacts: try await orphans(ModelFactRow.self, of: .episode, site, transaction) {
                keys.key(of: EpisodeID($0))
            },
            interviews: try await orphans(InterviewFactRow.self, of: .episode, site, transaction) {
                keys.key(of: EpisodeID($0))
            }
        )
    }

    private func orphans<Record: FactRecord>(
        _ record: Record.Type, of stream: StreamName, _ site: SiteID, _ transaction: Transaction,
        key: (UUIDBytes) -> Digest256
    ) async throws -> [Digest256] {
        let owners = try await transaction.query(Record.selectOwners(of: site)).column(0, as: Digest256.self)
        guard !owners.isEmpty else { return [] }
        // Read after the facts: what is recorded meanwhile has its stream before its fact can be seen.
        let ids = try await transaction.query(
            "SELECT stream_id FROM record.stream WHERE site_id = \(site.number) AND stream = \(stream.rawValue)"
        ).column(0, as: UUIDBytes.self)
        let known = Set(ids.map(key))
        return owners.filter { !known.contains($0) }
    }
}
