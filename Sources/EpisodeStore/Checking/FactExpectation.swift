import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// What the reporting facts of streams must be, beside what they are. Streams other than episodes have none.
struct FactExpectation {
    let site: SiteID
    let keys: FactKeys
    let codes: TeamCodes

    /// Facts as a table holds them.
    struct Stored {
        var rows: [Digest256: [FactRow]] = [:]
        /// Keys with rows that cannot be read.
        var unreadable: Set<Digest256> = []
    }

    /// What has to change so that the facts of an episode are right.
    struct Difference {
        let key: Digest256
        /// Whether all its rows must go first, because one cannot be read.
        var removesAll = false
        var removed: [FactRow] = []
        var added: [FactRow] = []
    }

    /// The facts of streams.
    func stored<Stream: StoredStream>(
        of stream: Stream.Type, _ owners: [UUIDBytes], in transaction: Transaction
    ) async throws -> Stored {
        var stored = Stored()
        guard Stream.name == .episode, !owners.isEmpty else { return stored }
        let rows = try await transaction.query(
            FactRow.select(keys: owners.map { keys.key(of: EpisodeID($0)) }, of: site)
        )
        for row in rows {
            let key = try row.decode(0, as: Digest256.self)
            do throws(PostgresFault) {
                stored.rows[key, default: []].append(try FactRow(row))
            } catch {
                stored.unreadable.insert(key)
            }
        }
        return stored
    }

    /// What has to change; nil when nothing has. The state must have been folded from the stream's first event.
    func difference<Stream: StoredStream>(of state: StreamState<Stream>, from stored: Stored) -> Difference? {
        guard let trail = state.trail as? EpisodeTrail else { return nil }
        var difference = Difference(key: keys.key(of: EpisodeID(state.id.bound)))
        let expected = trail.unwritten.compactMap { FactRow($0, key: difference.key, codes: codes) }
        let isComplete = expected.count == trail.unwritten.count
        difference.removesAll = stored.unreadable.contains(difference.key)
        let found = difference.removesAll ? [] : stored.rows[difference.key] ?? []
        var before = Dictionary(found.map { ($0.version, $0) }) { first, _ in first }
        for row in expected {
            guard let old = before.removeValue(forKey: row.version) else {
                difference.added.append(row)
                continue
            }
            if old != row {
                difference.removed.append(old)
                difference.added.append(row)
            }
        }
        difference.removed.append(contentsOf: before.values)
        let isRight = isComplete && !difference.removesAll && difference.removed.isEmpty && difference.added.isEmpty
        return isRight ? nil : difference
    }
}
