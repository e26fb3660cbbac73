/// What a member of staff does in a team.
public enum StaffRole: String, CaseIterable, Hashable, Sendable {
    case therapist
    case supervisor
    /// Covers for the supervisor and shares the on-call rota (`clinical.md` 1.2).
    case backupSupervisor = "backup-supervisor"
    /// The MST expert or consultant, from outside the team.
    case expert
    /// MST-CAN: the full-time crisis caseworker or family case manager (`uk.md` 0).
    case crisisCaseworker = "crisis-caseworker"
    /// MST-CAN: the part-time psychiatrist for adults and children (`uk.md` 0).
    case psychiatrist
    case administrator
    /// Holds adherence interviews and treats nobody.
    case interviewer

    /// Whether families can be allocated to the role.
    public var holdsCases: Bool {
        switch self {
        case .therapist, .supervisor, .backupSupervisor: true
        case .expert, .crisisCaseworker, .psychiatrist, .administrator, .interviewer: false
        }
    }

    /// Whether the role leads a team's supervision.
    public var supervises: Bool { self == .supervisor || self == .backupSupervisor }
}
