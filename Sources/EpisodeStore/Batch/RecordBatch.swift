import CivilDate
import EpisodeEngine
import Intervention
import Vault

/// Work on the record that is decided in memory and written together: streams that were loaded or are new, what the
/// engine decided about them, and at last ``flush(in:)``.
///
/// A batch belongs to the transaction in which it was begun. Events that are appended to a stream between two flushes
/// and bear the same stamp are one append: they become known together.
package struct RecordBatch: Sendable {
    /// The site.
    package let site: SiteID
    let author: Author
    let codes: TeamCodes
    let factKeys: FactKeys
    /// The time of the batch; nil when its caller gives the stamps.
    let stamp: Instant?
    var episodes = BatchShelf<EpisodeStream>()
    var children = BatchShelf<ChildStream>()
    var teams = BatchShelf<TeamStream>()
    private(set) var events: [PendingEvent] = []
    private var hasher = EventHasher()

    init(site: SiteID, author: Author, codes: TeamCodes, factKeys: FactKeys, stamp: Instant?) {
        self.site = site
        self.author = author
        self.codes = codes
        self.factKeys = factKeys
        self.stamp = stamp
    }

    /// How many events wait to be written.
    package var pendingCount: Int { events.count }

    /// Puts a loaded stream into the batch.
    package mutating func open<Stream: StoredStream>(
        _ state: StreamState<Stream>
    ) throws(StoreFault) -> BatchStream<Stream> {
        try Stream.withShelf(of: &self) { shelf throws(StoreFault) in try shelf.open(state) }
    }

    /// Puts a stream into the batch that has no event yet.
    package mutating func begin<Stream: StoredStream>(
        _ id: RecordID<Stream.Owner>, in stream: Stream.Type = Stream.self
    ) throws(StoreFault) -> BatchStream<Stream> {
        try open(StreamState<Stream>(new: id))
    }

    /// The stream of an id, when the batch holds it.
    package func stream<Stream: StoredStream>(
        _ id: RecordID<Stream.Owner>, in stream: Stream.Type = Stream.self
    ) -> BatchStream<Stream>? {
        Stream.shelf(of: self).stream(id)
    }

    /// A stream as it stands in the batch, with all that was appended.
    package func state<Stream: StoredStream>(of stream: BatchStream<Stream>) -> StreamState<Stream> {
        Stream.shelf(of: self)[stream].state
    }

    /// Asks the engine about commands that belong together, and appends what it decides.
    /// - Parameters:
    ///   - today: The site's civil day.
    ///   - stamp: The stamp, in a batch that is stamped by its caller.
    ///   - author: Who records; nil for the batch's own.
    /// - Returns: Advice for the person who records.
    /// - Throws: `Refusal`, or ``StoreFault``. Neither leaves anything in the batch.
    @discardableResult
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    package mutating func record<Stream: StoredStream>(
        _ entries: [Engine.Entry<Stream.Command>], to stream: BatchStream<Stream>, under rules: Stream.Rules,
        today: CivilDate, at stamp: Instant? = nil, by author: Author? = nil
    ) throws -> [Advisory] {
        let decisions = try Stream.withShelf(of: &self) { shelf throws(Refusal) in
            try Engine.decide(entries, after: shelf[stream].state.history, under: rules, today: today)
        }
        try append(decisions, to: stream, under: Stream.envelope(of: rules), at: stamp, by: author)
        return decisions.flatMap { $0.advisories }
    }

    /// Asks the engine about a correction, and appends what it decides.
    @discardableResult
    package mutating func correct<Stream: StoredStream>(
        _ correction: Correction<Stream.Command>, of stream: BatchStream<Stream>, under rules: Stream.Rules,
        today: CivilDate, at stamp: Instant? = nil, by author: Author? = nil
    ) throws -> [Advisory] {
        let decision = try Stream.withShelf(of: &self) { shelf throws(Refusal) in
            try Engine.decide(correction, after: shelf[stream].state.history, under: rules, today: today)
        }
        try append([decision], to: stream, under: Stream.envelope(of: rules), at: stamp, by: author)
        return decision.advisories
    }

    /// Appends what the engine decided about a stream after its state in the batch.
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    package mutating func append<Stream: StoredStream>(
        _ decisions: [Decision<Stream.Event>], to stream: BatchStream<Stream>, under envelope: ModelEnvelope?,
        at given: Instant? = nil, by author: Author? = nil
    ) throws(StoreFault) {
        let own = self.stamp
        let stamp = try Stream.withShelf(of: &self) { shelf throws(StoreFault) in
            let slot = shelf[stream]
            for decision in decisions where !slot.state.trail.admits(decision.event, under: envelope) {
                throw StoreFault(.notPinned(envelope))
            }
            return try slot.stamp(given: given, own: own)
        }
        write(decisions, to: stream, under: envelope, at: stamp, by: author ?? self.author)
    }

    private mutating func write<Stream: StoredStream>(
        _ decisions: [Decision<Stream.Event>], to stream: BatchStream<Stream>, under envelope: ModelEnvelope?,
        at stamp: Instant, by author: Author
    ) {
        // Both are taken out while the shelf is lent, and put back: a second reference would make each append a copy.
        var (events, hasher) = ([PendingEvent](), EventHasher())
        swap(&events, &self.events)
        swap(&hasher, &self.hasher)
        let number = site.number
        Stream.withShelf(of: &self) { shelf in
            shelf.touch(stream) { state in
                for decision in decisions {
                    let columns = EventColumns(
                        site: number, stream: Stream.name.rawValue, id: state.id.bound,
                        seq: state.chain.seq.number + 1, kind: decision.event.name.rawValue,
                        schemaVersion: Stream.Event.schemaVersion, occurredOn: decision.occurredOn,
                        recordedAt: stamp, recordedBy: author.recordedBy.text,
                        onBehalfOf: author.onBehalfOf?.text, model: envelope?.model.text,
                        modelVersion: envelope?.version.number, settingsVersion: envelope?.settings.number,
                        payload: decision.event.payload().canonicalBytes(), previousHash: state.chain.hash
                    )
                    let hash = hasher.hash(columns)
                    state.apply(
                        Recorded(
                            seq: StreamSeq(columns.seq), occurredOn: columns.occurredOn, event: decision.event),
                        Stamped(at: stamp, envelope: envelope), hash: hash)
                    events.append(PendingEvent(columns: columns, hash: hash))
                }
                state.takeWaiting()
            }
        }
        swap(&events, &self.events)
        swap(&hasher, &self.hasher)
    }

    /// Gives up the events that wait, in the order in which they are to be inserted.
    mutating func takeEvents() -> [PendingEvent] {
        var taken: [PendingEvent] = []
        swap(&taken, &events)
        let isSorted = zip(taken, taken.dropFirst()).allSatisfy { $0.precedes($1) }
        if !isSorted { taken.sort { $0.precedes($1) } }
        return taken
    }
}

extension BatchShelf.Slot {
    /// A stamp later than the stream's last; the same as the last when that waits to be written and so belongs to the
    /// same append.
    fileprivate func stamp(given: Instant?, own: Instant?) throws(StoreFault) -> Instant {
        let last = state.chain.recordedAt
        let pending = written == nil ? nil : last
        if let given {
            guard pending == given || last.map({ $0 < given }) ?? true else { throw StoreFault(.stampNotLater) }
            return given
        }
        guard let own else { throw StoreFault(.stampNotLater) }
        return pending ?? max(own, last?.adding(microseconds: 1) ?? own)
    }
}
