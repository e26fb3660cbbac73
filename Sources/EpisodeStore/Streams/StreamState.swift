import CivilDate
import EpisodeEngine
import Intervention
import Postgres
import Vault

/// Why a correction was made, and of what.
package struct CorrectionMark: Hashable, Sendable {
    /// The places of the events that it replaced or took back.
    package let places: Set<StreamSeq>
    /// Why, in one word.
    package let cause: CorrectionCause
    /// Why, in a sealed text; nil for none.
    package let narrative: NarrativeReference?

    init<Event>(_ set: CorrectionSet<Event>) {
        places = Set(set.withdrawals + set.replacements.map(\.seq))
        cause = set.cause
        narrative = set.narrative
    }
}

/// A stream as it was loaded: what to decide after, and where to append.
package struct StreamState<Stream: StoredStream>: Sendable {
    /// The stream's id.
    package let id: RecordID<Stream.Owner>
    /// What the engine decides after.
    package private(set) var history: History<Stream>
    /// What is folded beside the facts.
    package private(set) var trail: Stream.Trail
    /// Why events were corrected, the first correction first.
    package private(set) var corrections: [CorrectionMark] = []
    /// Where the chain ends.
    private(set) var chain: ChainHead
    /// Events of the last stamp that the history does not have yet.
    private var waiting: [Recorded<Stream.Event>] = []

    /// The state of a stream that has no event yet.
    package init(new id: RecordID<Stream.Owner>) {
        self.id = id
        history = History()
        trail = Stream.Trail()
        chain = .beforeFirst
    }

    /// Takes in the next event. One that happened before others waits for those of its stamp, so that the history is
    /// folded once for all of them: whoever looks at it says ``takeWaiting()`` first, or ``settle()``.
    mutating func apply(_ recorded: Recorded<Stream.Event>, _ stamped: Stamped, hash: Digest256) {
        if chain.recordedAt != stamped.at { takeWaiting() }
        trail.note(recorded.event, stamped, before: history.facts)
        chain = ChainHead(seq: recorded.seq, hash: hash, recordedAt: stamped.at)
        if let set = recorded.event.correction { corrections.append(CorrectionMark(set)) }
        if waiting.isEmpty, history.isLast(recorded) {
            history.apply(recorded)
        } else {
            waiting.append(recorded)
        }
    }

    /// Brings the history up to the last event.
    mutating func takeWaiting() {
        guard !waiting.isEmpty else { return }
        history.apply(waiting)
        waiting = []
    }

    /// Says that the append of the last event is complete.
    mutating func settle() {
        takeWaiting()
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
