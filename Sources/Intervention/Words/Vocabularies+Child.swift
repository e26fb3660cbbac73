/// Where a child lives.
public enum PlacementSetting: String, CaseIterable, Hashable, Sendable {
    case home
    case kin
    case foster
    case childrensHome = "childrens-home"
    case secureHome = "secure-home"
    case youngOffenderInstitution = "young-offender-institution"
    case residentialSchool = "residential-school"
    case supportedAccommodation = "supported-accommodation"
    case hospital
    case other

    /// Whether a day here is a day away from home.
    public var isOutOfHome: Bool {
        switch self {
        case .home: false
        default: true
        }
    }

    /// Whether a day here is a day in custody.
    public var isCustody: Bool {
        switch self {
        case .youngOffenderInstitution, .secureHome: true
        default: false
        }
    }

    /// Whether living here is being placed: away from home, and not in a hospital, which treats and does not care for.
    public var isPlacement: Bool {
        switch self {
        case .home, .hospital: false
        default: true
        }
    }
}

/// Why a placement began or ended.
public enum PlacementReason: String, CaseIterable, Hashable, Sendable {
    case planned
    case unplanned
    case breakdown
    case remand
    case sentence
    case returnHome = "return-home"
    case other

    /// Whether the move was planned; nil when the reason does not say.
    public var isPlanned: Bool? {
        switch self {
        case .planned, .returnHome: true
        case .unplanned, .breakdown, .remand, .sentence: false
        case .other: nil
        }
    }
}

/// What a child does by day from a day on, until the next status.
public enum SchoolStatus: String, CaseIterable, Hashable, Sendable {
    case attending
    case enrolledNotAttending = "enrolled-not-attending"
    case alternativeProvision = "alternative-provision"
    case homeEducated = "home-educated"
    case training
    case working
    case suspended
    case excluded
    case none
    case unknown
}

/// The kind of an offence, coarse on purpose: a description is a sealed text.
public enum OffenceKind: String, CaseIterable, Hashable, Sendable {
    case violence
    case sexual
    case robbery
    case theft
    case criminalDamage = "criminal-damage"
    case drugs
    case weapons
    case publicOrder = "public-order"
    case motoring
    case breach
    case other
}

/// What social care provides for a child, as the CIN census and the looked-after return (SSDA903) tell it apart.
public enum ProvisionKind: String, CaseIterable, Hashable, Sendable {
    /// A child in need plan.
    case childInNeed = "cin"
    /// A child protection plan.
    case childProtection = "cpp"
    /// Looked after by a local authority, short breaks (V3, V4) left out.
    case lookedAfter = "looked-after"
}
