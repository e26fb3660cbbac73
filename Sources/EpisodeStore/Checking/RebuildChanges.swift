import EpisodeEngine
import Intervention
import Postgres
import Vault

/// What a rebuild has to change in one batch of streams.
struct RebuildChanges<Stream: StoredStream> {
    private(set) var changed: Set<UUIDBytes> = []
    private var delta = Stream.Projection.Delta()
    private var unreadable: [UUIDBytes] = []
    private var episodes: [FactDifference<FactRow>] = []
    private var spells: [FactDifference<CareSpellRow>] = []
    private var modelFacts: [FactDifference<ModelFactRow>] = []
    private var interviews: [FactDifference<InterviewFactRow>] = []

    init() {}

    /// Adds what turns a stream's rows into what its events say.
    mutating func add(
        _ state: StreamState<Stream>?, _ owner: UUIDBytes, _ stored: StoredProjections<Stream.Projection>
    ) {
        var own = Stream.Projection.Delta()
        let isUnreadable = stored.unreadable[owner] != nil
        let old = isUnreadable ? nil : stored.rows[owner]
        let new = state?.projection()
        own.add(from: old, to: new)
        if isUnreadable { unreadable.append(owner) }
        guard isUnreadable || own.firstTable != nil else { return }
        changed.insert(owner)
        delta.add(from: old, to: new)
    }

    /// Adds what turns a stream's facts into what its events say.
    mutating func add(_ difference: FactExpectation.Difference?, _ owner: UUIDBytes) {
        guard let difference, difference.table != nil else { return }
        changed.insert(owner)
        if let episode = difference.episode { episodes.append(episode) }
        if let spells = difference.spells { self.spells.append(spells) }
        if let modelFacts = difference.modelFacts { self.modelFacts.append(modelFacts) }
        if let interviews = difference.interviews { self.interviews.append(interviews) }
    }

    /// The changes as statements.
    func list(of site: SiteID) -> StatementList {
        var list = StatementList()
        if !unreadable.isEmpty {
            for statement in Stream.Projection.Delta.removal(of: unreadable, site: site) {
                list.append(StatementList.Item(statement: statement))
            }
        }
        delta.appendStatements(of: site, to: &list)
        append(episodes, of: site, to: &list)
        append(spells, of: site, to: &list)
        append(modelFacts, of: site, to: &list)
        append(interviews, of: site, to: &list)
        return list
    }

    private func append<Record: FactRecord>(
        _ differences: [FactDifference<Record>], of site: SiteID, to list: inout StatementList
    ) {
        let emptied = differences.filter(\.removesAll).map(\.owner)
        if !emptied.isEmpty {
            list.append(StatementList.Item(statement: Record.delete(owners: emptied, of: site)))
        }
        list.append(differences.flatMap(\.removed), Record.delete, of: site)
        list.append(differences.flatMap(\.added), Record.insert, of: site)
    }
}
