import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Heads of streams that begin or grow. A head that is not where it was when the stream was loaded says that somebody
/// else appended in the meantime.
struct HeadChanges {
    private struct Change {
        let stream: String
        let id: UUIDBytes
        let was: ChainHead
        let seq: Int64
        let hash: Digest256
        let recordedAt: Instant
    }

    private var begun: [Change] = []
    private var grown: [Change] = []

    mutating func add<Stream: StoredStream>(_ state: StreamState<Stream>, _ was: ChainHead) {
        guard let recordedAt = state.chain.recordedAt else { return }
        let change = Change(
            stream: Stream.name.rawValue, id: state.id.bound, was: was, seq: state.chain.seq.number,
            hash: state.chain.hash, recordedAt: recordedAt
        )
        if was == .beforeFirst { begun.append(change) } else { grown.append(change) }
    }

    func appendStatements(of site: SiteID, to list: inout StatementList) {
        list.append(begun, HeadChanges.insert, of: site, exactly: .conflict)
        list.append(grown, HeadChanges.update, of: site, exactly: .conflict)
    }

    private static func insert(_ changes: [Change], of site: SiteID) -> Statement {
        """
        INSERT INTO record.stream (site_id, stream, stream_id, head_seq, head_hash, last_recorded_at)
        SELECT \(site.number), u.stream, u.stream_id, u.head_seq, u.head_hash, u.last_recorded_at
        FROM unnest(
            \(changes.map(\.stream)), \(changes.map(\.id)), \(changes.map(\.seq)), \(changes.map(\.hash)),
            \(changes.map(\.recordedAt))
        ) AS u(stream, stream_id, head_seq, head_hash, last_recorded_at)
        """
    }

    private static func update(_ changes: [Change], of site: SiteID) -> Statement {
        """
        UPDATE record.stream AS s
        SET head_seq = u.head_seq, head_hash = u.head_hash, last_recorded_at = u.last_recorded_at
        FROM unnest(
            \(changes.map(\.stream)), \(changes.map(\.id)), \(changes.map(\.was.seq.number)),
            \(changes.map(\.was.hash)), \(changes.map(\.seq)), \(changes.map(\.hash)), \(changes.map(\.recordedAt))
        ) AS u(stream, stream_id, was_seq, was_hash, head_seq, head_hash, last_recorded_at)
        WHERE s.site_id = \(site.number) AND s.stream = u.stream AND s.stream_id = u.stream_id
            AND s.head_seq = u.was_seq AND s.head_hash = u.was_hash
        """
    }
}
