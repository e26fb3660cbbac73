import Intervention
import Postgres
import Vault

/// The facts of some streams as a table holds them.
struct StoredFacts<Record: FactRecord> {
    private(set) var rows: [Digest256: [Record]] = [:]
    /// Owners with rows that cannot be read.
    private(set) var unreadable: Set<Digest256> = []

    /// No facts.
    init() {}

    /// Reads the facts of some owners.
    init(of owners: [Digest256], site: SiteID, in transaction: Transaction) async throws {
        for row in try await transaction.query(Record.select(owners: owners, of: site)) {
            let owner = try row.decode(0, as: Digest256.self)
            do throws(PostgresFault) {
                rows[owner, default: []].append(try Record(row))
            } catch {
                unreadable.insert(owner)
            }
        }
    }
}

/// What has to change so that the facts of one stream are right.
struct FactDifference<Record: FactRecord> {
    /// The key by which all facts of the stream are found.
    let owner: Digest256
    /// Whether all its rows must go first, because one cannot be read.
    private(set) var removesAll = false
    private(set) var removed: [Record] = []
    private(set) var added: [Record] = []

    private struct Place: Hashable {
        let key: Digest256
        let version: Int32
    }

    /// What has to change; nil when nothing has.
    /// - Parameter isComplete: whether `expected` are all that there should be.
    init?(
        of owner: Digest256, from stored: StoredFacts<Record>, to expected: [Record], isComplete: Bool = true
    ) {
        self.owner = owner
        removesAll = stored.unreadable.contains(owner)
        let found = removesAll ? [] : stored.rows[owner] ?? []
        var before = Dictionary(found.map { (Place(key: $0.key, version: $0.version), $0) }) { first, _ in first }
        for row in expected {
            guard let old = before.removeValue(forKey: Place(key: row.key, version: row.version)) else {
                added.append(row)
                continue
            }
            if old != row {
                removed.append(old)
                added.append(row)
            }
        }
        removed.append(contentsOf: before.values)
        if isComplete, !removesAll, removed.isEmpty, added.isEmpty { return nil }
    }
}
