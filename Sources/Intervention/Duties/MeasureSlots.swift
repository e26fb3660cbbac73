import CivilDate

/// A measure by which staff rate those who support them.
public enum StaffMeasureKind: CaseIterable, Hashable, Sendable {
    /// Therapists rate their supervisor (`clinical.md` 5.2).
    case supervisor
    /// Therapists and supervisors rate the expert who consults (`clinical.md` 5.3).
    case consultant

    /// The measure.
    public var instrument: InstrumentID {
        switch self {
        case .supervisor: .supervisorMeasure
        case .consultant: .consultantMeasure
        }
    }

    /// Who rates.
    public var raters: Set<StaffRole> {
        switch self {
        case .supervisor: [.therapist]
        case .consultant: [.therapist, .supervisor]
        }
    }

    /// Who is rated.
    public var rated: Set<StaffRole> {
        switch self {
        case .supervisor: [.supervisor, .backupSupervisor]
        case .consultant: [.expert]
        }
    }

    var obligation: ObligationKind {
        switch self {
        case .supervisor: .supervisorMeasure
        case .consultant: .consultantMeasure
        }
    }

    /// The parameter that says how many months a slot has.
    public var every: ParameterKey {
        switch self {
        case .supervisor: .supervisorMeasureEvery
        case .consultant: .consultantMeasureEvery
        }
    }

    func sessions(of facts: TeamFacts) -> [Dated<TeamSession>] {
        switch self {
        case .supervisor: facts.supervisions
        case .consultant: facts.consultations
        }
    }
}

/// The slots of a measure of staff: whole months from the day the team opened. In each, everybody owes one return who was
/// in post on its first day, has been long enough, and took part in what is rated. Who comes during a slot owes one in the
/// next, and who leaves still owes: the number does not change with the posts of later days.
public struct MeasureSlots: Sendable {
    /// One slot.
    public struct Slot: Hashable, Sendable {
        /// Which it is, from 1.
        public let ordinal: Int
        /// Its first day.
        public let from: CivilDate
        /// The first day that is no longer in it.
        public let end: CivilDate
    }

    /// The measure.
    public let kind: StaffMeasureKind
    private let openedOn: CivilDate
    private let months: Int
    private let inPost: Int

    /// The slots of a team; nil while it has not opened, or when its model has no such measure.
    public init?(_ kind: StaffMeasureKind, of facts: TeamFacts, with settings: ModelSettings) {
        guard let openedOn = facts.openedOn, let months = settings.whole(kind.every), months > 0,
            let inPost = settings.whole(.raterInPost)
        else { return nil }
        self.kind = kind
        self.openedOn = openedOn
        self.months = months
        self.inPost = inPost
    }

    /// The slot that a day lies in; nil before the team opened.
    public func slot(on day: CivilDate) -> Slot? {
        guard day >= openedOn else { return nil }
        var number = openedOn.civilMonth.months(until: day.civilMonth) / months + 1
        while start(number) > day { number -= 1 }
        return Slot(ordinal: number + 1, from: start(number), end: start(number + 1))
    }

    /// The last day on which a slot can have begun that is over on a day.
    public func overBy(_ day: CivilDate) -> CivilDate { day.adding(months: -months) }

    /// Who owes a return in a slot, as it stands on a day, by code.
    public func raters(in slot: Slot, of team: TeamSituation, on day: CivilDate) -> [StaffCode] {
        let last = min(day, slot.end.adding(days: -1))
        guard last >= slot.from else { return [] }
        let sessions = kind.sessions(of: team.facts).filter { (slot.from...last).contains($0.on) }
        let posts = team.staff.filter { post in
            mayRate(post, in: slot) && post.from.adding(months: inPost) <= last
                && sessions.contains { session in
                    session.value.staff.isEmpty ? post.covers(session.on) : session.value.staff.contains(post.staff)
                }
        }
        return Set(posts.map(\.staff)).sorted()
    }

    /// Everybody who may come to owe a return in a slot, by code: who was in post on its first day.
    public func candidates(in slot: Slot, of team: TeamSituation) -> [StaffCode] {
        Set(team.staff.filter { mayRate($0, in: slot) }.map(\.staff)).sorted()
    }

    private func mayRate(_ post: StaffPost, in slot: Slot) -> Bool {
        kind.raters.contains(post.role) && post.covers(slot.from)
    }

    /// What the team owes: in each slot as many returns as there are raters. Who returned is not known to anybody. A return
    /// counts in the slot that its own began in: what was counted at another interval stays counted.
    func obligations(of team: TeamSituation, through day: CivilDate) -> [Obligation] {
        let returns = Dictionary(
            grouping: team.facts.returns.filter { $0.value.instrument == kind.instrument && $0.on <= day },
            by: { self.slot(on: $0.value.slotFrom)?.from }
        )
        var obligations: [Obligation] = []
        while true {
            let number = obligations.count
            let slot = Slot(ordinal: number + 1, from: start(number), end: start(number + 1))
            let due = slot.end.adding(days: -1)
            obligations.append(
                Obligation(
                    kind.obligation, ordinal: slot.ordinal, opensOn: slot.from, dueOn: due, closesOn: slot.end,
                    standing: standing(of: slot, team, returns[slot.from] ?? [], on: day)
                )
            )
            guard due <= day else { return obligations }
        }
    }

    private func standing(
        of slot: Slot, _ team: TeamSituation, _ returns: [Dated<MeasureReturn>], on day: CivilDate
    ) -> Obligation.Standing {
        guard day >= slot.from else { return .upcoming }
        let owed = raters(in: slot, of: team, on: day).count
        guard owed > 0 else { return .notRequired }
        if returns.count >= owed { return .met(on: returns[owed - 1].on) }
        return day < slot.end ? .open : .missed
    }

    private func start(_ number: Int) -> CivilDate { openedOn.adding(months: number * months) }
}
