import CivilDate

/// The slots of one duty about one person or the family: when it is owed, and what met it.
///
/// What is owed again has a slot for each interval, which ends on its due day and can be met late within the window. A
/// fact meets the earliest slot that is open on its day and still unmet, and one slot only.
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
    /// The closing, when the duty ends with it and it is on record by the day.
    let closedOn: CivilDate?
    /// What happened later is not looked at.
    let day: CivilDate
    /// The days of the facts that meet it, in order.
    let met: [CivilDate]

    private(set) var obligations: [Obligation] = []
    private var ordinal = 0

    /// No slots yet; nil when the settings do not know the duty's days.
    init?(
        _ duty: FactDuty, about subject: FactSubject, metOn days: [CivilDate], closedOn: CivilDate?,
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
        self.closedOn = closedOn
        self.day = day
        met = days
    }

    /// Adds the slots from an anchor on.
    /// - Parameters:
    ///   - end: the first day on which nothing more falls due; nil while it goes on.
    ///   - isOwed: whether it is owed on a day.
    mutating func add(from anchor: CivilDate, until end: CivilDate? = nil, if isOwed: (CivilDate) -> Bool) {
        guard closedOn.map({ anchor <= $0 }) ?? true else { return }
        var opens = anchor
        var dueOn = anchor.adding(days: due)
        var next = met.firstIndex { opens <= $0 } ?? met.endIndex
        while opens <= day, end.map({ dueOn < $0 }) ?? true {
            let closes = closing(of: dueOn)
            while next < met.endIndex, met[next] < opens { next += 1 }
            ordinal += 1
            // What a slot that is not owed leaves alone can meet the next.
            if isOwed(min(dueOn, day)) {
                var hit: CivilDate?
                if next < met.endIndex, closes.map({ met[next] < $0 }) ?? true {
                    hit = met[next]
                    next += 1
                }
                let standing = standing(hit, dueOn: dueOn, closes: closes)
                obligations.append(
                    Obligation(
                        duty.obligation, about: subject, ordinal: ordinal, opensOn: opens, dueOn: dueOn,
                        closesOn: closes, standing: standing
                    )
                )
            }
            guard let every, closedOn.map({ dueOn <= $0 }) ?? true else { return }
            opens = dueOn.adding(days: 1)
            dueOn = dueOn.adding(days: every)
        }
    }

    private func closing(of dueOn: CivilDate) -> CivilDate? {
        let last = window.map { dueOn.adding(days: $0) } ?? (every == nil ? nil : dueOn)
        return [last, closedOn].compactMap { $0 }.min()?.adding(days: 1)
    }

    private func standing(_ hit: CivilDate?, dueOn: CivilDate, closes: CivilDate?) -> Obligation.Standing {
        if let hit { return .met(on: hit) }
        if let closedOn, closedOn < dueOn { return .notRequired }
        return closes.map { day < $0 } ?? true ? .open : .missed
    }
}
