import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Walks the events of one kind of stream in the order of their key, and holds each against the one before it.
struct ChainWalker<Stream: StoredStream> {
    /// A stream that was walked to its end.
    struct Walked {
        var state: StreamState<Stream>
        /// The place of the last row that was seen, good or bad.
        var lastSeq: Int64
        /// The first thing wrong with its events.
        var fault: RecordFault?
    }

    private let site: SiteID
    private var hasher = EventHasher()
    private var current: Walked?
    private(set) var finished: [Walked] = []

    init(site: SiteID) {
        self.site = site
    }

    /// Takes the next row.
    mutating func take(_ row: Row) throws(PostgresFault) {
        let (uuid, seq) = try row.decode(UUIDBytes.self, Int64.self)
        let id = RecordID<Stream.Owner>(uuid)
        if current?.state.id != id {
            finish()
            current = Walked(state: StreamState(new: id), lastSeq: 0)
        }
        // Taken out while it changes: a second reference would make each event a copy of all before it.
        guard var walked = current.take() else { return }
        walked.lastSeq = seq
        if walked.fault == nil, let kind = check(row, seq, into: &walked.state) {
            // An empty place is named, not the event behind it.
            let bad = kind == .missing ? walked.state.chain.seq.next : StreamSeq(seq)
            walked.fault = RecordFault(
                address: EventAddress(site: site, stream: Stream.name, id: uuid, seq: bad), kind: kind
            )
        }
        current = walked
    }

    /// Says that no row follows.
    mutating func finish() {
        guard var walked = current else { return }
        walked.state.settle()
        finished.append(walked)
        current = nil
    }

    /// Hands over the streams that were walked to their end.
    mutating func takeFinished() -> [Walked] {
        defer { finished.removeAll(keepingCapacity: true) }
        return finished
    }

    /// What is wrong with an event; nil takes it in.
    private mutating func check(
        _ row: Row, _ seq: Int64, into state: inout StreamState<Stream>
    ) -> RecordFault.Kind? {
        let chain = state.chain
        guard seq == chain.seq.number + 1 else { return .missing }
        var stored: StoredEvent
        do throws(PostgresFault) {
            stored = try StoredEvent(row, site: site, stream: Stream.name)
        } catch {
            return .unreadableRow
        }
        let event: Stream.Event
        do throws(PayloadFault) {
            event = try stored.decode(as: Stream.Event.self)
        } catch {
            return .payload(error)
        }
        guard stored.columns.previousHash == chain.hash else { return .chain }
        guard hasher.hash(stored.columns) == stored.hash else { return .hash }
        if let last = chain.recordedAt, stored.columns.recordedAt < last { return .stamp }
        state.apply(
            Recorded(seq: StreamSeq(seq), occurredOn: stored.columns.occurredOn, event: event),
            Stamped(at: stored.columns.recordedAt, envelope: stored.envelope), hash: stored.hash)
        return nil
    }
}
