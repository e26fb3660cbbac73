import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
@_spi(Splice) import Postgres
import Vault

@testable import EpisodeStore

extension Tampering {
    /// Appends an event behind a place, with the right hashes: the forger knows how hashes are made.
    func forge(after victim: Victim, seq: Int64, in transaction: Transaction) async throws {
        guard var event = try await stored(victim, seq, in: transaction) else { return }
        let (recordedAt, hash) = (event.columns.recordedAt, event.hash)
        event.columns.seq = seq + 1
        event.columns.recordedAt = recordedAt.adding(microseconds: 1)
        event.columns.previousHash = hash
        try await insert(event.columns, in: transaction)
    }

    /// Makes a stream of one event with the right hash.
    func forgeStream(like victim: Victim, id: UUIDBytes, in transaction: Transaction) async throws {
        guard var event = try await stored(victim, 1, in: transaction) else { return }
        event.columns.id = id
        try await insert(event.columns, in: transaction)
    }

    /// Gives an event the hash that its columns have now.
    func rehash(_ victim: Victim, in transaction: Transaction) async throws {
        guard let event = try await stored(victim, victim.seq, in: transaction) else { return }
        var hasher = EventHasher()
        let hash = hasher.hash(event.columns)
        try await transaction.execute(
            "UPDATE record.event SET hash = \(hash) WHERE \(splice: key(victim)) AND seq = \(victim.seq)"
        )
    }

    /// An event with its payload in canonical form.
    private func stored(_ victim: Victim, _ seq: Int64, in transaction: Transaction) async throws -> StoredEvent? {
        let rows = try await transaction.query(
            StoredEvent.walk(victim.stream, of: site.id, after: victim.id, seq - 1, limit: 1)
        )
        guard let row = rows.first else { return nil }
        var event = try StoredEvent(row, site: site.id, stream: victim.stream)
        switch victim.stream {
        case .episode: _ = try event.decode(as: EpisodeEvent.self)
        case .child: _ = try event.decode(as: ChildEvent.self)
        case .team: _ = try event.decode(as: TeamEvent.self)
        }
        return event
    }

    private func insert(_ columns: EventColumns, in transaction: Transaction) async throws {
        var hasher = EventHasher()
        let event = PendingEvent(columns: columns, hash: hasher.hash(columns))
        try await transaction.execute(PendingEvent.insert([event], of: site.id))
    }
}
