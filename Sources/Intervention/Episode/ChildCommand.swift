/// What can be asked of a child's own stream: what outlives an episode and is counted once.
public enum ChildCommand: Hashable, Sendable {
    /// The site makes the child known under its own reference. The first event of every child.
    case register(ChildRef?)
    /// The child lives in a household from a day on.
    case joinHousehold(HouseholdRef)
    /// The child is no longer known to live in the household.
    case leaveHousehold
    /// A spell in one place begins.
    case startPlacement(Placement)
    /// A spell in one place ends: the day is the first on which the child no longer lives there.
    case endPlacement(PlacementEnd)
    /// Social care begins to provide something.
    case startProvision(Provision)
    /// Social care ends what it provided: the day is the first without it.
    case endProvision(ProvisionID)
    /// What the child does by day from a day on.
    case recordSchoolStatus(SchoolStatus)
    /// An offence that the child is said to have committed on the day.
    case recordOffence(Offence)
    /// The child died on the day. What is open stays open until a person closes it.
    case recordDeath(Death)
}

/// The beginning of a spell in one place.
public struct Placement: Hashable, Sendable {
    /// Its id.
    public var id: PlacementID
    /// Where.
    public var setting: PlacementSetting
    /// Why it began.
    public var reason: PlacementReason?

    /// A spell that begins.
    public init(id: PlacementID, setting: PlacementSetting, reason: PlacementReason? = nil) {
        self.id = id
        self.setting = setting
        self.reason = reason
    }
}

/// The end of a spell in one place.
public struct PlacementEnd: Hashable, Sendable {
    /// The spell that ends.
    public var placement: PlacementID
    /// Why it ended.
    public var reason: PlacementReason?

    /// A spell that ends.
    public init(of placement: PlacementID, reason: PlacementReason? = nil) {
        self.placement = placement
        self.reason = reason
    }
}

/// The beginning of a spell of provision by social care.
public struct Provision: Hashable, Sendable {
    /// Its id.
    public var id: ProvisionID
    /// What is provided.
    public var kind: ProvisionKind

    /// A spell that begins.
    public init(id: ProvisionID, kind: ProvisionKind) {
        self.id = id
        self.kind = kind
    }
}

/// An offence.
public struct Offence: Hashable, Sendable {
    /// Its id.
    public var id: OffenceID
    /// Its kind.
    public var kind: OffenceKind

    /// An offence.
    public init(id: OffenceID, kind: OffenceKind) {
        self.id = id
        self.kind = kind
    }
}

/// A death.
public struct Death: Hashable, Sendable {
    /// Whether the day is the site's best guess.
    public var dayIsEstimated: Bool

    /// A death.
    public init(dayIsEstimated: Bool = false) {
        self.dayIsEstimated = dayIsEstimated
    }
}
