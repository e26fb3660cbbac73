import CivilDate

/// All that is known of a child over all episodes: what is counted once.
public struct ChildFacts: Hashable, Sendable {
    /// The site's reference of the child; nil when each row of its register is a child of its own.
    public package(set) var ref: ChildRef?
    /// Where the child lived, by first day, then by id.
    public package(set) var placements: [PlacementSpell]
    /// What social care provided, by first day, then by id. Spells of one kind do not overlap; those of two kinds may.
    public package(set) var provision: [ProvisionSpell]
    /// The households, in order.
    public package(set) var households: [HouseholdSpell]
    /// What the child did by day, in order.
    public package(set) var schooling: [DatedSchoolStatus]
    /// The offences, by day, then by id.
    public package(set) var offences: [DatedOffence]
    /// The child's death; nil while nobody recorded one.
    public package(set) var death: DatedDeath?

    /// The facts of a child of whom nothing is known but the reference.
    package init(ref: ChildRef?) {
        self.ref = ref
        placements = []
        provision = []
        households = []
        schooling = []
        offences = []
    }

    /// The household at the end of the timeline.
    public var household: HouseholdRef? { households.last?.household }
}

/// A spell in one place: half-open, `endedOn` is the first day elsewhere.
public struct PlacementSpell: Hashable, Sendable {
    /// The place.
    public var placement: Placement
    /// The first day.
    public var startedOn: CivilDate
    /// The first day elsewhere; nil while it lasts.
    public var endedOn: CivilDate?
    /// Why it ended.
    public var endReason: PlacementReason?

    /// A spell in one place.
    public init(
        placement: Placement, startedOn: CivilDate, endedOn: CivilDate? = nil, endReason: PlacementReason? = nil
    ) {
        self.placement = placement
        self.startedOn = startedOn
        self.endedOn = endedOn
        self.endReason = endReason
    }
}

/// A spell of provision by social care: half-open, `endedOn` is the first day without it.
public struct ProvisionSpell: Hashable, Sendable {
    /// What is provided.
    public var provision: Provision
    /// The first day.
    public var startedOn: CivilDate
    /// The first day without it; nil while it lasts.
    public var endedOn: CivilDate?

    /// A spell of provision.
    public init(provision: Provision, startedOn: CivilDate, endedOn: CivilDate? = nil) {
        self.provision = provision
        self.startedOn = startedOn
        self.endedOn = endedOn
    }
}

/// A household from a day on; nil when the child left one and joined none.
public struct HouseholdSpell: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The household.
    public var household: HouseholdRef?

    /// A household from a day on.
    public init(from: CivilDate, household: HouseholdRef?) {
        self.from = from
        self.household = household
    }
}

/// What a child does by day from a day on.
public struct DatedSchoolStatus: Hashable, Sendable {
    /// The first day.
    public var from: CivilDate
    /// The status.
    public var status: SchoolStatus

    /// A status from a day on.
    public init(from: CivilDate, status: SchoolStatus) {
        self.from = from
        self.status = status
    }
}

/// An offence and its day.
public struct DatedOffence: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The offence.
    public var offence: Offence

    /// An offence of a day.
    public init(on day: CivilDate, offence: Offence) {
        on = day
        self.offence = offence
    }
}

/// A death and its day.
public struct DatedDeath: Hashable, Sendable {
    /// The day.
    public var on: CivilDate
    /// The death.
    public var death: Death

    /// A death of a day.
    public init(on day: CivilDate, death: Death) {
        on = day
        self.death = death
    }
}
