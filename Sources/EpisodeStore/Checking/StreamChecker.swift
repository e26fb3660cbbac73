import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Compares streams that were walked with their heads, projections and facts.
struct StreamChecker<Stream: StoredStream> {
    let site: SiteID
    let facts: FactExpectation
    let transaction: Transaction

    private typealias Walked = ChainWalker<Stream>.Walked

    /// The faults of streams, at most one of each.
    func check(_ walked: [ChainWalker<Stream>.Walked]) async throws -> [RecordFault] {
        guard !walked.isEmpty else { return [] }
        let heads = try await heads(of: walked.map(\.state.id.bound))
        var faults: [RecordFault] = []
        var sound: [Walked] = []
        for one in walked {
            if let fault = one.fault ?? fault(of: one, head: heads[one.state.id.bound]) {
                faults.append(fault)
            } else {
                sound.append(one)
            }
        }
        return try await faults + checkProjections(sound)
    }

    private struct Head {
        let seq: Int64
        let hash: Digest256
        let recordedAt: Instant
    }

    private func heads(of ids: [UUIDBytes]) async throws -> [UUIDBytes: Head?] {
        let rows = try await transaction.query(
            """
            SELECT stream_id, head_seq, head_hash, last_recorded_at FROM record.stream
            WHERE site_id = \(site.number) AND stream = \(Stream.name.rawValue) AND stream_id = ANY(\(ids))
            """
        )
        var heads: [UUIDBytes: Head?] = [:]
        for row in rows {
            let id = try row.decode(0, as: UUIDBytes.self)
            do throws(PostgresFault) {
                heads[id] = Head(seq: try row.decode(1), hash: try row.decode(2), recordedAt: try row.decode(3))
            } catch {
                heads[id] = .some(nil)
            }
        }
        return heads
    }

    private func fault(of walked: Walked, head: Head??) -> RecordFault? {
        let chain = walked.state.chain
        guard let head else { return at(walked, 1, .noHead) }
        guard let head else { return at(walked, walked.lastSeq, .head) }
        if head.seq > chain.seq.number { return at(walked, chain.seq.number + 1, .missing) }
        if head.seq < chain.seq.number { return at(walked, max(head.seq + 1, 1), .behindHead) }
        guard head.hash == chain.hash, head.recordedAt == chain.recordedAt else {
            return at(walked, walked.lastSeq, .head)
        }
        return nil
    }

    private func at(_ walked: Walked, _ seq: Int64, _ kind: RecordFault.Kind) -> RecordFault {
        RecordFault(
            address: EventAddress(site: site, stream: Stream.name, id: walked.state.id.bound, seq: StreamSeq(seq)),
            kind: kind
        )
    }

    private func checkProjections(_ walked: [Walked]) async throws -> [RecordFault] {
        let owners = walked.map(\.state.id.bound)
        let stored = try await Stream.Projection.stored(of: owners, site: site, in: transaction)
        let storedFacts = try await facts.stored(of: Stream.self, owners, in: transaction)
        var faults: [RecordFault] = []
        for one in walked {
            let id = one.state.id.bound
            var delta = Stream.Projection.Delta()
            delta.add(from: stored.rows[id], to: one.state.projection())
            if let table = stored.unreadable[id] ?? delta.firstTable {
                faults.append(at(one, one.lastSeq, .projection(table)))
            } else if let table = facts.difference(of: one.state, from: storedFacts).table {
                faults.append(at(one, one.lastSeq, .projection(table)))
            }
        }
        return faults
    }
}
