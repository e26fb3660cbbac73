import CivilDate

/// What somebody is in an episode, and whom a fact or a module is about.
public enum SubjectRole: String, CaseIterable, Hashable, Sendable {
    /// The family as a whole; no participant has this role.
    case family
    /// The child whom the referral is about; known by the referral, never added.
    case index
    /// Another child of the family.
    case sibling
    /// Whoever has the care at home: a parent, kin, a step-parent.
    case carer
    /// Another adult of the household.
    case householdAdult = "household-adult"
    /// Who has the care while the child is placed: a key worker, a foster carer.
    case placementCarer = "placement-carer"

    /// Whether somebody can be added to an episode in the role.
    public var isAdded: Bool { self != .family && self != .index }
}

/// A person who takes part in an episode. Nothing here says who it is.
public struct Participant: Hashable, Sendable {
    /// The id.
    public var id: ParticipantID
    /// What the person is in the episode.
    public var role: SubjectRole
    /// The child's own stream, for a child who has one; so that two episodes of two siblings count nobody twice.
    public var child: ChildID?

    /// A person who takes part.
    public init(id: ParticipantID, role: SubjectRole, child: ChildID? = nil) {
        self.id = id
        self.role = role
        self.child = child
    }
}

/// A participant with the days: half-open, `until` is the first day without.
public struct ParticipantSpell: Hashable, Sendable {
    /// The participant.
    public var participant: Participant
    /// The first day.
    public var from: CivilDate
    /// The first day without; nil while it lasts.
    public var until: CivilDate?

    /// A participant from a day on.
    public init(_ participant: Participant, from: CivilDate, until: CivilDate? = nil) {
        self.participant = participant
        self.from = from
        self.until = until
    }

    /// Whether the person takes part on a day.
    public func lasts(on day: CivilDate) -> Bool { from <= day && until.map { day < $0 } ?? true }
}

/// Whom a fact or a module is about, in one episode.
public enum FactSubject: Hashable, Comparable, Sendable {
    /// The family.
    case family
    /// The child whom the referral is about.
    case index
    /// Somebody else who takes part.
    case participant(ParticipantID)
}
