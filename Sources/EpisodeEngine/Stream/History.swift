import CivilDate
import Intervention

/// The state of a stream: the events that stand, in the order of the timeline, and the facts that they fold into.
///
/// The day an event happened on decides its place, not the order of entry, so late entries and corrections move
/// through the same door: they change which events stand, and the facts are folded anew.
package struct History<Stream: EventStream>: Hashable, Sendable {
    /// The events that stand, in the order of the timeline.
    package private(set) var standing: [Recorded<Stream.Event>]
    /// The events that were withdrawn, in no order that matters.
    package private(set) var withdrawn: [Recorded<Stream.Event>]
    /// What stood once and was replaced or withdrawn, as it was decided then; an event that was corrected twice has two.
    package private(set) var earlier: Set<Recorded<Stream.Event>>
    /// The facts; nil before the first event.
    package private(set) var facts: Stream.Facts?
    /// The place of the last event, corrections included.
    package private(set) var head: StreamSeq
    /// Where the last of the events that stand stands on the timeline; nil when none does.
    private var end: Moment?

    /// The state of a stream that has no event.
    package init() {
        standing = []
        withdrawn = []
        earlier = []
        head = .beforeFirst
    }

    /// A state of events that are put on the timeline here.
    private init(
        standing: [Recorded<Stream.Event>], withdrawn: [Recorded<Stream.Event>], earlier: Set<Recorded<Stream.Event>>,
        head: StreamSeq
    ) {
        self.standing = standing.sorted { $0.precedes($1) }
        end = self.standing.last?.moment
        self.withdrawn = withdrawn
        self.earlier = earlier
        self.head = head
        refold()
    }

    /// Takes in the next event of the stream. Neither model nor settings are asked: what the decision depended on
    /// stands in the event.
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    @specialized(where Stream == TeamStream)
    package mutating func apply(_ recorded: Recorded<Stream.Event>) {
        head = recorded.seq
        if let set = recorded.event.correction {
            let (standing, withdrawn) = applying(set)
            let touched = Set(set.withdrawals + set.replacements.map(\.seq))
            let were = self.standing.filter { touched.contains($0.seq) }
            self = History(standing: standing, withdrawn: withdrawn, earlier: earlier.union(were), head: head)
            return
        }
        if isLast(recorded) {
            end = recorded.moment
            take(recorded)
            standing.append(recorded)
            return
        }
        let place = standing.firstIndex { recorded.precedes($0) } ?? standing.count
        standing.insert(recorded, at: place)
        refold()
    }

    /// Takes in the next events of the stream together. When some of them happened before others that stand, the facts are
    /// folded once, not once an event.
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    @specialized(where Stream == TeamStream)
    package mutating func apply(_ next: [Recorded<Stream.Event>]) {
        guard let last = next.last, !isInOrder(next), next.allSatisfy({ $0.event.correction == nil }) else {
            for recorded in next { apply(recorded) }
            return
        }
        self = History(standing: standing + next, withdrawn: withdrawn, earlier: earlier, head: last.seq)
    }

    /// The event of a place, whether it stands or was withdrawn; nil for a correction, and past the end.
    func event(at seq: StreamSeq) -> Stream.Event? {
        (standing.first { $0.seq == seq } ?? withdrawn.first { $0.seq == seq })?.event
    }

    /// Whether an event comes after all that stand, so that nothing is folded anew for it.
    package func isLast(_ recorded: Recorded<Stream.Event>) -> Bool { end.map { $0 < recorded.moment } ?? true }

    /// Whether events come one after the other, after all that stand.
    private func isInOrder(_ next: [Recorded<Stream.Event>]) -> Bool {
        var last = end
        for recorded in next {
            let moment = recorded.moment
            if let last, !(last < moment) { return false }
            last = moment
        }
        return true
    }

    /// The event that stood once in the place, on the day and for the command of a replacement; nil when none did. What was
    /// decided then, by what was known then, is put back as it was.
    func earlierForm(of replacement: Correction<Stream.Command>.Replacement) -> Recorded<Stream.Event>? {
        earlier.first {
            $0.seq == replacement.seq && $0.occurredOn == replacement.on && $0.event.command == replacement.command
        }
    }

    /// The events that would stand, and those that would be withdrawn, after a correction.
    func applying(
        _ set: CorrectionSet<Stream.Event>
    ) -> (standing: [Recorded<Stream.Event>], withdrawn: [Recorded<Stream.Event>]) {
        var standing = standing
        var withdrawn = withdrawn
        for seq in set.withdrawals {
            guard let place = standing.firstIndex(where: { $0.seq == seq }) else { continue }
            withdrawn.append(standing.remove(at: place))
        }
        for replacement in set.replacements {
            standing.removeAll { $0.seq == replacement.seq }
            withdrawn.removeAll { $0.seq == replacement.seq }
            standing.append(replacement)
        }
        return (standing, withdrawn)
    }

    private mutating func refold() {
        facts = nil
        for recorded in standing { take(recorded) }
    }

    private mutating func take(_ recorded: Recorded<Stream.Event>) {
        if facts == nil {
            facts = Stream.begin(with: recorded.event, on: recorded.occurredOn)
        } else {
            Stream.fold(recorded.event, on: recorded.occurredOn, into: &facts)
        }
    }
}

extension EventStream {
    /// Folds into facts that are there, without a copy.
    static func fold(_ event: Event, on day: CivilDate, into facts: inout Facts?) {
        guard var unwrapped = facts.take() else { return }
        fold(event, on: day, into: &unwrapped)
        facts = unwrapped
    }
}
