import EpisodeEngine
import Intervention

/// A kind of stream that the store keeps: what of it is projected, and what is folded beside its facts.
package protocol StoredStream: EventStream where Event: Correctable {
    /// What the stream's id stands for.
    associatedtype Owner
    /// What is kept beside the facts while events are taken in.
    associatedtype Trail: StreamTrail where Trail.Event == Event, Trail.Facts == Facts
    /// The rows that the facts become.
    associatedtype Projection: StreamProjection where Projection.Stream == Self

    /// The model that rules belong to; nil for streams that no model has a say in.
    static func envelope(of rules: Rules) -> ModelEnvelope?

    /// The shelf of a batch that holds streams of this kind.
    static func shelf(of batch: RecordBatch) -> BatchShelf<Self>

    /// Lends the shelf for changes in place.
    static func withShelf<Result, Failure: Error>(
        of batch: inout RecordBatch, _ body: (inout BatchShelf<Self>) throws(Failure) -> Result
    ) throws(Failure) -> Result
}

/// What is folded from a stream's events beside the facts: things that depend on the envelope and not on what happened.
package protocol StreamTrail: Hashable, Sendable {
    associatedtype Event: StreamEvent
    associatedtype Facts: Hashable & Sendable

    /// The trail of a stream that has no event.
    init()

    /// Takes note of an event that is about to be applied to the facts.
    mutating func note(_ event: Event, _ stamped: Stamped, before facts: Facts?)

    /// Takes note that the append of the last event noted is complete.
    mutating func settle(after facts: Facts?)

    /// Forgets what the tables have by now.
    mutating func markWritten()

    /// Whether a decision may be appended under an envelope.
    func admits(_ event: Event, under envelope: ModelEnvelope?) -> Bool
}

/// The trail of streams that need none.
package struct NoTrail<Event: StreamEvent, Facts: Hashable & Sendable>: StreamTrail {
    package init() {}

    package mutating func note(_ event: Event, _ stamped: Stamped, before facts: Facts?) {}

    package mutating func settle(after facts: Facts?) {}

    package mutating func markWritten() {}

    package func admits(_ event: Event, under envelope: ModelEnvelope?) -> Bool { envelope == nil }
}
