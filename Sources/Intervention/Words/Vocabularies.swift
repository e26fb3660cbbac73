/// The nations whose law and statistics a site works under.
public enum Jurisdiction: String, CaseIterable, Hashable, Sendable {
    case england
    case wales
    case scotland
    case northernIreland = "northern-ireland"
    case ireland

    /// What people call it.
    package var title: String {
        switch self {
        case .england: "England"
        case .wales: "Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        case .ireland: "Ireland"
        }
    }
}

/// Sex as the looked-after return records it since 2024/25 (`M`, `F`, `U`).
public enum Sex: String, CaseIterable, Hashable, Sendable {
    case male = "M"
    case female = "F"
    case unknown = "U"
}

/// An answer to a yes-or-no question. Unknown is neither yes nor no.
public enum Answer: String, CaseIterable, Hashable, Sendable {
    case yes
    case no
    case unknown
}

/// Who sent the family.
public enum ReferralSource: String, CaseIterable, Hashable, Sendable {
    case socialCare = "social-care"
    case youthOffending = "youth-offending"
    case thinkFamily = "think-family"
    case edgeOfCarePanel = "edge-of-care-panel"
    case exploitationHub = "exploitation-hub"
    case pupilReferralUnit = "pupil-referral-unit"
    case police
    case health
    case education
    case voluntary
    case family
    case other
}

/// Why a referral was declined.
public enum DeclineReason: String, CaseIterable, Hashable, Sendable {
    case notSuitable = "not-suitable"
    case noCapacity = "no-capacity"
    case familyDeclined = "family-declined"
    case outOfArea = "out-of-area"
    case age
    case noCaregiver = "no-caregiver"
    case alreadyPlaced = "already-placed"
    case otherService = "other-service"
    case other
}

/// Where a family was sent on to that MST did not take, or that needs help after it.
public enum OnwardService: String, CaseIterable, Hashable, Sendable {
    case socialCare = "social-care"
    case earlyHelp = "early-help"
    case crisisTeam = "crisis-team"
    case mentalHealth = "mental-health"
    case substanceService = "substance-service"
    case youthOffending = "youth-offending"
    case otherMST = "other-mst"
    case otherTherapy = "other-therapy"
    case education
    case voluntary
    case none
    case other
}

/// What was decided of a referral so far.
public enum ReferralDecision: String, CaseIterable, Hashable, Sendable {
    case pending
    case accepted
    case declined
}

/// The index that a deprivation decile was read from. Indices of different nations or years are not comparable.
public enum DeprivationIndex: String, CaseIterable, Hashable, Sendable {
    case imd2019 = "IMD2019"
    case imd2025 = "IMD2025"
    case wimd2019 = "WIMD2019"
    case simd2020 = "SIMD2020"
    case nimdm2017 = "NIMDM2017"

    /// The nation that the index ranks the areas of.
    public var jurisdiction: Jurisdiction {
        switch self {
        case .imd2019, .imd2025: .england
        case .wimd2019: .wales
        case .simd2020: .scotland
        case .nimdm2017: .northernIreland
        }
    }
}
