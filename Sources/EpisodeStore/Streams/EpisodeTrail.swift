import CivilDate
import EpisodeEngine
import Intervention

/// What is folded beside an episode's facts: the versions it is pinned to, and the versions of its reporting facts.
///
/// A fact is made once an append: events that share a stamp count as one. So the versions, too, follow from the events
/// alone, and a rebuild gives the same ones with the same times.
package struct EpisodeTrail: StreamTrail {
    /// The model and settings that the episode is pinned to; nil before its first event.
    package private(set) var pin: ModelEnvelope?
    /// The model and settings that the episode ran under before its first move; nil before its first event.
    private(set) var firstPin: ModelEnvelope?
    /// The version of the fact that is current.
    private(set) var current: FactVersion<EpisodeFact>?
    /// Versions that no table has yet, in order.
    private(set) var unwritten: [FactVersion<EpisodeFact>] = []
    /// The version that a table has as current and that is over.
    private(set) var superseded: FactVersion<EpisodeFact>?
    /// The versions of the facts of what the model records and of who takes part.
    private(set) var modelFacts = FactVersions<ModelFact.ID, ModelFact>()
    /// The versions of the facts of valid interviews.
    private(set) var interviews = FactVersions<InterviewID, InterviewFact>()
    /// The stamp of the append that is being taken in.
    private var openAppend: Instant?
    private var mayHaveChanged = false

    package init() {}

    package mutating func note(_ event: EpisodeEvent, _ stamped: Stamped, before facts: EpisodeFacts?) {
        if let openAppend, openAppend != stamped.at { settle(after: facts) }
        openAppend = stamped.at
        if EpisodeTrail.changesFact(event.name) { mayHaveChanged = true }
        guard EpisodeTrail.settlesPin(event), let envelope = stamped.envelope else { return }
        // Until its first move an episode has the pin of its referral; a corrected one may bring another model.
        if pin == firstPin || pin?.model != envelope.model {
            if case .moved = event {} else { firstPin = envelope }
        }
        pin = envelope
    }

    package mutating func settle(after facts: EpisodeFacts?) {
        defer {
            openAppend = nil
            mayHaveChanged = false
        }
        guard mayHaveChanged, let stamp = openAppend, let pin, let facts else { return }
        if !modelFacts.isEmpty || !facts.facts.isEmpty || !facts.participants.isEmpty {
            modelFacts.take(ModelFact.all(of: facts), id: \.id, at: stamp)
        }
        if !interviews.isEmpty || !facts.interviews.isEmpty {
            interviews.take(InterviewFact.all(of: facts), id: \.id, at: stamp)
        }
        let fact = EpisodeFact(facts, pinnedTo: pin)
        guard fact != current?.fact else { return }
        if let last = unwritten.indices.last {
            unwritten[last].knownTo = stamp
        } else if var last = current {
            last.knownTo = stamp
            superseded = last
        }
        let next = FactVersion(
            version: (current?.version ?? 0) + 1, knownFrom: stamp, knownTo: nil, fact: fact
        )
        unwritten.append(next)
        current = next
    }

    package func admits(_ event: EpisodeEvent, under envelope: ModelEnvelope?) -> Bool {
        guard let envelope else { return false }
        if case .moved = event { return pin != envelope && pin?.model == envelope.model }
        return pin == nil || pin == envelope || EpisodeTrail.settlesPin(event)
    }

    package mutating func markWritten() {
        unwritten = []
        superseded = nil
        modelFacts.markWritten()
        interviews.markWritten()
    }

    /// Whether an event settles which model and version the episode runs under.
    private static func settlesPin(_ event: EpisodeEvent) -> Bool {
        switch event {
        case .referred, .moved: true
        case .corrected(let set): set.replacements.contains { $0.event.name == .referred }
        default: false
        }
    }

    /// Whether an event can change what reports know of an episode. These never do: the facts have no column of theirs.
    private static func changesFact(_ name: EventName) -> Bool {
        switch name {
        case .stepPlanned, .contactRecorded, .moduleStarted, .moduleFinished, .moduleCountersigned: false
        default: true
        }
    }
}
