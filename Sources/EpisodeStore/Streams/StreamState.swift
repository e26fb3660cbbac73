import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// A stream as it was loaded: what to decide after, and where to append.
package struct StreamState<Stream: StoredStream>: Sendable {
    /// The stream's id.
    package let id: RecordID<Stream.Owner>
    /// What the engine decides after.
    package private(set) var history: History<Stream>
    /// What is folded beside the facts.
    package private(set) var trail: Stream.Trail
    /// Where the chain ends.
    private(set) var chain: ChainHead

    /// The state of a stream that has no event yet.
    package init(new id: RecordID<Stream.Owner>) {
        self.id = id
        history = History()
        trail = Stream.Trail()
        chain = .beforeFirst
    }

    /// Takes in the next event.
    mutating func apply(
        _ event: Stream.Event, _ columns: EventColumns, hash: Digest256, under envelope: ModelEnvelope?
    ) {
        trail.note(event, Stamped(at: columns.recordedAt, envelope: envelope), before: history.facts)
        let seq = StreamSeq(columns.seq)
        history.apply(Recorded(seq: seq, occurredOn: columns.occurredOn, event: event))
        chain = ChainHead(seq: seq, hash: hash, recordedAt: columns.recordedAt)
    }

    /// Says that the append of the last event is complete.
    mutating func settle() {
        trail.settle(after: history.facts)
    }

    /// Says that the tables hold all that the stream says.
    mutating func markWritten() {
        trail.markWritten()
    }

    /// The rows that the stream is projected to; nil before the first event.
    func projection() -> Stream.Projection? {
        history.facts.map { Stream.Projection(of: id.bound, facts: $0, lastSeq: chain.seq.number, trail: trail) }
    }
}
