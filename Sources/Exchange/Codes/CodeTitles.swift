import Intervention

// The vocabularies are the domain's; what their words mean is said here, where they are listed for people.

extension Sex {
    var title: String {
        switch self {
        case .male: "Male"
        case .female: "Female"
        case .unknown: "Not known"
        }
    }
}

extension DeprivationIndex {
    var title: String {
        switch self {
        case .imd2019: "English Index of Multiple Deprivation 2019"
        case .imd2025: "English Index of Multiple Deprivation 2025"
        case .wimd2019: "Welsh Index of Multiple Deprivation 2019"
        case .simd2020: "Scottish Index of Multiple Deprivation 2020"
        case .nimdm2017: "Northern Ireland Multiple Deprivation Measure 2017"
        }
    }
}

extension ReferralSource {
    var title: String {
        switch self {
        case .socialCare: "Children's social care"
        case .youthOffending: "Youth offending or youth justice service"
        case .thinkFamily: "Think Family or early help"
        case .edgeOfCarePanel: "Edge-of-care panel"
        case .exploitationHub: "Exploitation hub"
        case .pupilReferralUnit: "Pupil referral unit"
        case .police: "Police"
        case .health: "Health service"
        case .education: "School or college"
        case .voluntary: "Voluntary organisation"
        case .family: "The family itself"
        case .other: "Another source"
        }
    }
}

extension ReferralDecision {
    var title: String {
        switch self {
        case .pending: "Not decided yet"
        case .accepted: "Accepted for treatment"
        case .declined: "Declined"
        }
    }
}

extension DeclineReason {
    var title: String {
        switch self {
        case .notSuitable: "The model does not suit the family's needs"
        case .noCapacity: "No place was free"
        case .familyDeclined: "The family did not want it"
        case .outOfArea: "The family lives outside the area"
        case .age: "The child is too young or too old for the model"
        case .noCaregiver: "No carer to work with"
        case .alreadyPlaced: "The child is placed away from home already"
        case .otherService: "Another service fits better or is at work"
        case .other: "Another reason"
        }
    }
}

extension OnwardService {
    var title: String {
        switch self {
        case .socialCare: "Children's social care"
        case .earlyHelp: "Early help"
        case .crisisTeam: "A crisis team"
        case .mentalHealth: "A mental-health service"
        case .substanceService: "A service for substance misuse"
        case .youthOffending: "Youth offending or youth justice service"
        case .otherMST: "Another MST programme"
        case .otherTherapy: "Another therapy for the family or the child"
        case .education: "School or an education service"
        case .voluntary: "A voluntary organisation"
        case .none: "Nowhere: nothing further was arranged"
        case .other: "Somewhere else"
        }
    }
}

extension Answer {
    var title: String {
        switch self {
        case .yes: "Yes"
        case .no: "No"
        case .unknown: "Asked or looked for, and not known"
        }
    }
}
