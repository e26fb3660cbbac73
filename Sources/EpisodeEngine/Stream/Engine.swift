import CivilDate
import Intervention

/// Decides: state, command, rules and day give events or a refusal. No clock, no file, no database.
package enum Engine {
    /// A command and the day that it happened on.
    package struct Entry<Command: StreamCommand>: Hashable, Sendable {
        /// What happened.
        package var command: Command
        /// The day it happened on.
        package var on: CivilDate

        /// A command of a day.
        package init(_ command: Command, on day: CivilDate) {
            self.command = command
            on = day
        }
    }

    /// Decides one command.
    /// - Parameters:
    ///   - day: when it happened, at most `today`.
    ///   - today: the site's civil day.
    /// - Throws: the first reason against it; when events that stand would no longer fit, all of them are named.
    package static func decide<Stream: EventStream>(
        _ command: Stream.Command, on day: CivilDate, after history: History<Stream>, under rules: Stream.Rules,
        today: CivilDate
    ) throws(Refusal) -> Decision<Stream.Event> {
        let decisions = try decide([Entry(command, on: day)], after: history, under: rules, today: today)
        guard let decision = decisions.first else { throw .notBegun }
        return decision
    }

    /// Decides several commands that belong together, all or none: a spell that is entered with its end would overlap
    /// without it. The events are to be appended in the order given.
    @specialized(where Stream == EpisodeStream)
    @specialized(where Stream == ChildStream)
    @specialized(where Stream == TeamStream)
    package static func decide<Stream: EventStream>(
        _ entries: [Entry<Stream.Command>], after history: History<Stream>, under rules: Stream.Rules,
        today: CivilDate
    ) throws(Refusal) -> [Decision<Stream.Event>] {
        for entry in entries where entry.on > today { throw .inFuture(entry.on, today: today) }
        let isFirst = history.head == .beforeFirst
        for (position, entry) in entries.enumerated() {
            let begins = entry.command.eventName == Stream.beginning
            guard begins == (isFirst && position == 0) else { throw begins ? .alreadyBegun : .notBegun }
        }
        var slots: [Slot<Stream>] = []
        for (offset, entry) in entries.enumerated() {
            let seq = StreamSeq(history.head.number + Int64(offset) + 1)
            slots.append(Slot(seq: seq, on: entry.on, content: .asked(entry.command, insteadOf: nil)))
        }
        return try decide(slots, after: history, under: rules)
    }

    /// Decides a correction: the corrected history is replayed under the rules, and the set is accepted or refused
    /// with every event that no longer fits.
    package static func decide<Stream: EventStream>(
        _ correction: Correction<Stream.Command>, after history: History<Stream>, under rules: Stream.Rules,
        today: CivilDate
    ) throws(Refusal) -> Decision<Stream.Event> where Stream.Event: Correctable {
        guard let facts = history.facts else { throw .notBegun }
        try check(correction, of: history, today: today)
        if let refusal = Stream.obstacle(to: correction, of: facts) { throw refusal }
        let named = Set(correction.withdrawals + correction.replacements.map(\.seq))
        var slots = history.standing.filter { !named.contains($0.seq) }.map(Slot<Stream>.init)
        slots += correction.replacements.map { replacement in
            history.earlierForm(of: replacement).map(Slot.init)
                ?? Slot(
                    seq: replacement.seq, on: replacement.on,
                    content: .asked(replacement.command, insteadOf: history.event(at: replacement.seq)))
        }
        let walk = Walk(slots, under: Stream.rules(rules, correcting: history))
        // Without its beginning nothing else has ground: that it has none is all there is to say.
        if let first = walk.misfits.first(where: { $0.event == Stream.beginning }) { throw .noLongerFits([first]) }
        guard walk.misfits.isEmpty else { throw .noLongerFits(walk.misfits) }
        let places = Set(correction.replacements.map(\.seq))
        let set = CorrectionSet(
            cause: correction.cause, narrative: correction.narrative,
            replacements: walk.recorded.filter { places.contains($0.seq) }.sorted { $0.seq < $1.seq },
            withdrawals: correction.withdrawals.sorted()
        )
        let advisories = walk.advisories.filter { places.contains($0.seq) }.flatMap(\.advisories)
        return Decision(event: .corrected(set), occurredOn: today, advisories: advisories)
    }

    private static func decide<Stream: EventStream>(
        _ asked: [Slot<Stream>], after history: History<Stream>, under rules: Stream.Rules
    ) throws(Refusal) -> [Decision<Stream.Event>] {
        if asked.count == 1, let slot = asked.first, !slot.bringsRules, history.standing.last.map(slot.follows) ?? true
        {
            return [try decide(slot, atEndOf: history, under: rules)]
        }
        let walk = Walk(history.standing.map(Slot.init) + asked, under: rules)
        let own = Set(asked.map(\.seq))
        if let misfit = walk.misfits.first(where: { own.contains($0.seq) }) { throw misfit.because }
        guard walk.misfits.isEmpty else { throw .noLongerFits(walk.misfits) }
        let events = walk.recorded.filter { own.contains($0.seq) }.sorted { $0.seq < $1.seq }
        let advisories = Dictionary(walk.advisories.map { ($0.seq, $0.advisories) }) { first, _ in first }
        return events.map { recorded in
            Decision(
                event: recorded.event, occurredOn: recorded.occurredOn, advisories: advisories[recorded.seq] ?? [])
        }
    }

    /// The usual case, without a walk: what happened last is recorded last.
    private static func decide<Stream: EventStream>(
        _ slot: Slot<Stream>, atEndOf history: History<Stream>, under rules: Stream.Rules
    ) throws(Refusal) -> Decision<Stream.Event> {
        guard case .asked(let command, _) = slot.content else { throw .notBegun }
        let (event, advisories) = try Stream.judge(command, on: slot.on, at: history.facts, under: rules)
        let beginning = history.standing.first?.occurredOn
        if let refusal = Stream.obstacle(
            to: event, on: slot.on, at: history.facts, beginning: beginning, under: rules
        ) {
            throw refusal
        }
        return Decision(event: event, occurredOn: slot.on, advisories: advisories)
    }

    private static func check<Stream: EventStream>(
        _ correction: Correction<Stream.Command>, of history: History<Stream>, today: CivilDate
    ) throws(Refusal) {
        let seqs = correction.withdrawals + correction.replacements.map(\.seq)
        guard !seqs.isEmpty else { throw .emptyCorrection }
        var seen: Set<StreamSeq> = []
        for seq in seqs where !seen.insert(seq).inserted { throw .notCorrectable(seq) }
        let places = StreamSeq.beforeFirst.next..<history.head.next
        for seq in seqs where !places.contains(seq) { throw .unknownEvent(seq) }
        let standing = names(of: history.standing)
        let withdrawn = names(of: history.withdrawn)
        for seq in correction.withdrawals {
            guard let name = standing[seq], name != Stream.beginning, !Stream.isFixed(name) else {
                throw .notCorrectable(seq)
            }
        }
        for replacement in correction.replacements {
            let name = standing[replacement.seq] ?? withdrawn[replacement.seq]
            guard let name, name == replacement.command.eventName, !Stream.isFixed(name) else {
                throw .notCorrectable(replacement.seq)
            }
            guard replacement.on <= today else { throw .inFuture(replacement.on, today: today) }
        }
    }

    /// What the events record, by place. A place that a damaged record has twice is no reason to stop the programme.
    private static func names<Event>(of recorded: [Recorded<Event>]) -> [StreamSeq: EventName] {
        Dictionary(recorded.map { ($0.seq, $0.event.name) }) { first, _ in first }
    }
}

/// An event type that has a case for corrections.
package protocol Correctable: StreamEvent {
    /// The event that a correction is recorded as.
    static func corrected(_ set: CorrectionSet<Self>) -> Self
}
