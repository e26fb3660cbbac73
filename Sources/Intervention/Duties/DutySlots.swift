import CivilDate

/// The slots of one duty about one person or the family: when it is owed, and what met it.
///
/// What is owed again has a slot for each interval, which ends on its due day and can be met late within the window. A
/// fact meets the earliest slot that is open on its day and still unmet, and one slot only. What is counted from a fact
/// is met by a later one: of two facts of one day, by the one that was entered later.
struct DutySlots {
    /// The duty.
    let duty: FactDuty
    /// Whom it is about.
    let subject: FactSubject
    /// Days from an anchor to the first due day.
    let due: Int
    /// Days from one due day to the next, at least 1; nil when it is owed once.
    let every: Int?
    /// Days after a due day through which it can be met; nil for the duty's own rule.
    let window: Int?
    /// Whether it cannot be met after its due day where the duty names no window.
    let isBounded: Bool
    /// The closing, when the duty ends with it and it is on record by the day.
    let closedOn: CivilDate?
    /// What happened later is not looked at.
    let day: CivilDate
    /// The facts that meet it, in order.
    let met: [FactPlace]

    private(set) var obligations: [Obligation] = []
    private var ordinal = 0

    /// No slots yet; nil when the settings do not know the duty's days.
    init?(
        _ duty: FactDuty, about subject: FactSubject, metBy facts: [FactPlace], closedOn: CivilDate?,
        with settings: ModelSettings, through day: CivilDate
    ) {
        guard let due = settings.whole(duty.due) else { return nil }
        let every = duty.every.flatMap(settings.whole)
        if let every, every < 1 { return nil }
        self.duty = duty
        self.subject = subject
        self.due = due
        self.every = every
        window = duty.window.flatMap(settings.whole)
        isBounded = every != nil || duty.anchor == .closing
        self.closedOn = closedOn
        self.day = day
        met = facts
    }

    /// Adds the slots from an anchor on.
    /// - Parameters:
    ///   - end: the first day on which nothing more falls due; nil while it goes on.
    ///   - isOwed: whether it is owed on a day.
    mutating func add(from anchor: FactPlace, until end: CivilDate? = nil, if isOwed: (CivilDate) -> Bool) {
        guard closedOn.map({ anchor.on <= $0 }) ?? true else { return }
        var opens = anchor
        var dueOn = anchor.on.adding(days: due)
        var next = met.startIndex
        while opens.on <= day, end.map({ opens.on < $0 }) ?? true {
            let slot = Slot(opensOn: opens.on, dueOn: dueOn, endedOn: end.flatMap { $0 <= dueOn ? $0 : nil })
            let closes = closing(of: slot)
            while next < met.endIndex, met[next] <= opens { next += 1 }
            ordinal += 1
            // What a slot that is not owed leaves alone can meet the next.
            if isOwed(min(slot.lastOn, day)) {
                var hit: CivilDate?
                if next < met.endIndex, closes.map({ met[next].on < $0 }) ?? true {
                    hit = met[next].on
                    next += 1
                }
                obligations.append(
                    Obligation(
                        duty.obligation, about: subject, ordinal: ordinal, opensOn: slot.opensOn, dueOn: dueOn,
                        closesOn: closes, standing: standing(of: slot, metOn: hit, closes: closes)
                    )
                )
            }
            guard let every, closedOn.map({ dueOn <= $0 }) ?? true else { return }
            opens = .beginning(of: dueOn.adding(days: 1))
            dueOn = dueOn.adding(days: every)
        }
    }

    /// One time that it is owed.
    private struct Slot {
        let opensOn: CivilDate
        let dueOn: CivilDate
        /// The first day after what it is counted in, when that ended before the slot was due.
        let endedOn: CivilDate?

        /// The last day that is asked whether it is owed.
        var lastOn: CivilDate { endedOn?.adding(days: -1) ?? dueOn }
    }

    private func closing(of slot: Slot) -> CivilDate? {
        let late = window ?? (isBounded ? 0 : nil)
        var closes = late.map { slot.dueOn.adding(days: $0 + 1) }
        if let after = closedOn?.adding(days: 1), closes.map({ after < $0 }) ?? true { closes = after }
        if let ended = slot.endedOn, closes.map({ ended < $0 }) ?? true { closes = ended }
        return closes
    }

    private func standing(of slot: Slot, metOn hit: CivilDate?, closes: CivilDate?) -> Obligation.Standing {
        if let hit { return .met(on: hit) }
        if slot.endedOn != nil { return .notRequired }
        if let closedOn, closedOn < slot.dueOn { return .notRequired }
        return closes.map { day < $0 } ?? true ? .open : .missed
    }
}
