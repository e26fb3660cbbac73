/// Training that a member of staff has completed.
public struct Training: Hashable, Sendable {
    /// Who.
    public var staff: StaffCode
    /// Which.
    public var kind: TrainingKind

    /// Training of a person.
    public init(_ kind: TrainingKind, of staff: StaffCode) {
        self.kind = kind
        self.staff = staff
    }
}

/// A training that a model asks of some of a team's staff.
public struct TrainingRequirement: Hashable, Sendable {
    /// When it must be completed.
    public enum Deadline: Hashable, Sendable {
        /// Before the person has a family.
        case firstCase
        /// Within so many months of beginning in the role.
        case months(ParameterKey)
    }

    /// The training.
    public var kind: TrainingKind
    /// The name that people use, with its length.
    public var title: String
    /// Who needs it.
    public var roles: Set<StaffRole>
    /// By when.
    public var deadline: Deadline
    /// Where this comes from, with its mark.
    public var source: String

    /// A requirement.
    public init(
        _ kind: TrainingKind, _ title: String, of roles: Set<StaffRole>, by deadline: Deadline, source: String
    ) {
        self.kind = kind
        self.title = title
        self.roles = roles
        self.deadline = deadline
        self.source = source
    }
}

extension TrainingKind {
    /// The five days of orientation to MST, for therapists and supervisors.
    public static let orientation: TrainingKind = "orientation"
    /// The two further days for supervisors.
    public static let supervisorOrientation: TrainingKind = "supervisor-orientation"
    /// The four days of trauma treatment, for adults and children.
    public static let trauma: TrainingKind = "trauma"
    /// A quarterly booster, as attended by one person.
    public static let booster: TrainingKind = "booster"
    /// Any other.
    public static let other: TrainingKind = "other"
}
