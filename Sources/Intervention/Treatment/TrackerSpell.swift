import CivilDate

/// A tracker in a state from a day on, as the fact that moved it says.
public struct TrackerSpell: Hashable, Sendable {
    /// The tracker.
    public var tracker: TrackerKey
    /// Whom it is about.
    public var about: FactSubject
    /// The state.
    public var state: TrackerStateKey
    /// The first day.
    public var from: CivilDate
    /// The fact that moved it.
    public var fact: FactID

    /// A tracker in a state.
    public init(
        _ tracker: TrackerKey, about: FactSubject, in state: TrackerStateKey, from: CivilDate, by fact: FactID
    ) {
        self.tracker = tracker
        self.about = about
        self.state = state
        self.from = from
        self.fact = fact
    }
}

extension EpisodeFacts {
    /// The state of a tracker about somebody at the end of a day.
    public func state(of tracker: Tracker, about subject: FactSubject, on day: CivilDate) -> TrackerStateKey {
        trackerSpells.last { $0.tracker == tracker.key && $0.about == subject && $0.from <= day }?.state
            ?? tracker.start
    }

    /// The role of somebody; nil for an id that nobody has.
    public func role(of subject: FactSubject) -> SubjectRole? {
        switch subject {
        case .family: .family
        case .index: .index
        case .participant(let id): participants.first { $0.participant.id == id }?.participant.role
        }
    }

    /// Everybody of some roles who takes part on a day, the family and the index child among them when asked for.
    public func subjects(of roles: [SubjectRole], on day: CivilDate) -> [FactSubject] {
        var subjects: [FactSubject] = []
        if roles.contains(.family) { subjects.append(.family) }
        if roles.contains(.index) { subjects.append(.index) }
        for spell in participants where roles.contains(spell.participant.role) && spell.lasts(on: day) {
            subjects.append(.participant(spell.participant.id))
        }
        return subjects
    }

    /// The phase at the end of a day; nil before the referral.
    public func phase(on day: CivilDate) -> PhaseID? {
        if let closing, closing.on <= day { return .closed }
        if let spell = spells.last(where: { $0.from <= day }) { return spell.phase }
        if let decision, decision.on <= day {
            return decision.screening.verdict == .accepted ? .accepted : .declined
        }
        return referredOn <= day ? .referred : nil
    }
}
