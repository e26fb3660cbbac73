import CivilDate
import Intervention

/// The three kinds of streams: an episode, a child over all episodes, a team.
package enum StreamName: String, CaseIterable, Hashable, Sendable {
    case episode
    case child
    case team
}

/// A kind of stream: which commands it takes, which events it holds, which facts they fold into.
package protocol EventStream: Sendable {
    associatedtype Command: StreamCommand
    associatedtype Event: StreamEvent where Event.Command == Command
    associatedtype Facts: Hashable & Sendable
    associatedtype Rules: StreamRules

    /// The name in the record.
    static var name: StreamName { get }

    /// The event that every stream of the kind begins with.
    static var beginning: EventName { get }

    /// The facts after a first event; nil when the event cannot be the first.
    static func begin(with event: Event, on day: CivilDate) -> Facts?

    /// Adds an event to the facts. Never fails and never judges: what stands in the record has been decided.
    static func fold(_ event: Event, on day: CivilDate, into facts: inout Facts)

    /// Makes the event that a command asks for, with all that the decision depends on. What depends on other events
    /// is no part of it: it is folded, so that it follows when they change.
    /// - Parameter facts: what stands before it on the timeline; nil when nothing does.
    static func judge(
        _ command: Command, on day: CivilDate, at facts: Facts?, under rules: Rules
    ) throws(Refusal) -> (event: Event, advisories: [Advisory])

    /// Why the event has no ground on the timeline, or nil when it has.
    /// - Parameters:
    ///   - facts: what stands before it; nil when nothing does.
    ///   - beginning: the day of the stream's first event, when there is one.
    static func obstacle(
        to event: Event, on day: CivilDate, at facts: Facts?, beginning: CivilDate?, under rules: Rules
    ) -> Refusal?

    /// The rules that a replacement of an event is decided under: what does not change in hindsight is that of the
    /// event.
    static func rules(_ rules: Rules, replacing event: Event) throws(Refusal) -> Rules

    /// Whether events of a name are never corrected or withdrawn; what they did is done anew instead.
    static func isFixed(_ name: EventName) -> Bool

    /// Why a correction cannot be made of this stream whatever else fits, or nil.
    static func obstacle(to correction: Correction<Command>, of facts: Facts) -> Refusal?

    /// The rules that a correction of a history is decided under.
    static func rules(_ rules: Rules, correcting history: History<Self>) -> Rules
}

extension EventStream {
    /// Nothing stands against a correction but what no longer fits.
    package static func obstacle(to correction: Correction<Command>, of facts: Facts) -> Refusal? { nil }

    /// The same that everything is decided under.
    package static func rules(_ rules: Rules, correcting history: History<Self>) -> Rules { rules }

    /// The same rules.
    package static func rules(_ rules: Rules, replacing event: Event) throws(Refusal) -> Rules { rules }

    /// All events can be corrected.
    package static func isFixed(_ name: EventName) -> Bool { false }
}

/// A command of a stream.
package protocol StreamCommand: Hashable, Sendable {
    /// What the event that it asks for records.
    var eventName: EventName { get }

    /// Its place among what happened on one day: what must come first has the lower one.
    var rank: Int { get }

    /// Whether it brings rules of its own, so that all that stands is held against them before it is accepted.
    var bringsRules: Bool { get }
}

extension StreamCommand {
    /// As its event is ranked by name.
    package var rank: Int { eventName.rank }

    /// The rules stay as they are.
    package var bringsRules: Bool { false }
}

/// An event of a stream.
package protocol StreamEvent: Hashable, Sendable {
    associatedtype Command: StreamCommand

    /// What it records.
    var name: EventName { get }

    /// Its place among what happened on one day: what must come first has the lower one.
    var rank: Int { get }

    /// The command that would ask for it; nil for a correction.
    var command: Command? { get }

    /// The set that it corrects, when it is a correction; nil for every other event.
    var correction: CorrectionSet<Self>? { get }

    /// What the event carries, in the current form.
    func payload() -> PayloadValue

    /// Reads an event back.
    /// - Throws: ``PayloadFault`` when it is not of the form, or has fields that the form does not have.
    init(name: EventName, payload: WrittenPayload) throws(PayloadFault)

    /// The version of the form; it rises when a form changes, and old forms stay readable.
    static var schemaVersion: Int16 { get }
}

extension StreamEvent {
    /// As it is ranked by name.
    package var rank: Int { name.rank }

    /// All forms are the first so far.
    package static var schemaVersion: Int16 { 1 }

    /// Reads an event of the record.
    /// - Parameters:
    ///   - kind: its name, as it was written.
    ///   - schemaVersion: the version of the form that it was written in.
    /// - Throws: ``PayloadFault`` when it is not of the form, or has fields that the form does not have.
    package init(kind: String, schemaVersion: Int16, payload: WrittenPayload) throws(PayloadFault) {
        guard schemaVersion == Self.schemaVersion else { throw .unknownVersion }
        guard let name = EventName.written[kind] else { throw .unknownKind }
        try self.init(name: name, payload: payload)
    }
}

extension EventName {
    /// The names by the words that the record has for them; the whole list looked through would be most of the reading of
    /// a short event.
    fileprivate static let written = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// An event in its place in a stream.
package struct Recorded<Event: StreamEvent>: Hashable, Sendable {
    /// The place.
    package let seq: StreamSeq
    /// The day it happened on.
    package let occurredOn: CivilDate
    /// The event.
    package let event: Event

    /// An event in its place.
    package init(seq: StreamSeq, occurredOn: CivilDate, event: Event) {
        self.seq = seq
        self.occurredOn = occurredOn
        self.event = event
    }

    /// Where it stands on the timeline.
    var moment: Moment { Moment(on: occurredOn, rank: event.rank, seq: seq) }

    /// Whether this one comes before another on the timeline.
    func precedes(_ other: Recorded) -> Bool { moment < other.moment }
}

/// A place on a timeline: by day, then by rank, then by place in the stream.
struct Moment: Hashable, Comparable {
    let on: CivilDate
    let rank: Int
    let seq: StreamSeq

    static func < (lhs: Moment, rhs: Moment) -> Bool {
        if lhs.on != rhs.on { return lhs.on < rhs.on }
        return lhs.rank != rhs.rank ? lhs.rank < rhs.rank : lhs.seq < rhs.seq
    }
}
