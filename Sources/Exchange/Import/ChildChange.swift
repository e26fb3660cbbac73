import CivilDate
import EpisodeEngine
import Intervention

/// What a row asks of the stream of its child: to be known under a reference, and to live in a household from the referral.
struct ChildChange {
    /// What stands and did not happen so.
    private(set) var replacements: [Correction<ChildCommand>.Replacement] = []
    /// What stands and did not happen.
    private(set) var withdrawals: [StreamSeq] = []
    /// What happened and does not stand yet, in order.
    private(set) var entries: [Engine.Entry<ChildCommand>] = []

    /// Whether something that stands did not happen so.
    var needsCorrection: Bool { !replacements.isEmpty || !withdrawals.isEmpty }

    /// The change of a child's stream.
    /// - Parameters:
    ///   - history: the child's stream.
    ///   - record: what the record says of the episode; nil when it is new, or was another child's.
    ///   - target: what it shall say.
    init(_ history: History<ChildStream>, from record: RegisterRow?, to target: RegisterRow) {
        guard let facts = history.facts else {
            entries.append(Engine.Entry(.register(target.childRef), on: target.referredOn))
            join(target)
            return
        }
        guard let record else {
            let isKnown = history.standing.contains { $0.joins(target.householdRef, on: target.referredOn) }
            if !isKnown { join(target) }
            return
        }
        if facts.ref != target.childRef,
            let first = history.standing.first(where: { $0.event.name == .childRegistered })
        {
            replacements.append(.init(first.seq, with: .register(target.childRef), on: first.occurredOn))
        }
        changeHousehold(history, from: record, to: target)
    }

    /// The change of the stream of a child whose episode turns out to be another child's: the household was the row's word.
    /// - Parameter record: what the record says of the episode.
    init(_ history: History<ChildStream>, losing record: RegisterRow) {
        guard let own = history.standing.last(where: { $0.joins(record.householdRef, on: record.referredOn) }) else {
            return
        }
        withdrawals.append(own.seq)
    }

    private mutating func changeHousehold(
        _ history: History<ChildStream>, from record: RegisterRow, to target: RegisterRow
    ) {
        guard record.householdRef != target.householdRef || record.referredOn != target.referredOn else { return }
        let own = history.standing.last { $0.joins(record.householdRef, on: record.referredOn) }
        switch (own, target.householdRef) {
        case (let own?, let household?):
            replacements.append(.init(own.seq, with: .joinHousehold(household), on: target.referredOn))
        case (let own?, nil): withdrawals.append(own.seq)
        case (nil, .some): join(target)
        case (nil, nil):
            guard record.householdRef != nil else { return }
            entries.append(Engine.Entry(.leaveHousehold, on: target.referredOn))
        }
    }

    private mutating func join(_ target: RegisterRow) {
        guard let household = target.householdRef else { return }
        entries.append(Engine.Entry(.joinHousehold(household), on: target.referredOn))
    }
}

extension Recorded<ChildEvent> {
    /// Whether the event says that the child lives in that household from that day.
    fileprivate func joins(_ household: HouseholdRef?, on day: CivilDate) -> Bool {
        guard let household, occurredOn == day else { return false }
        return event == .householdJoined(household)
    }
}
