import Intervention

extension Indicator {
    /// What the value counts.
    enum Unit: Hashable, Sendable {
        case share
        case score
        case days
    }

    /// The blocks of the published layout, in its order; referrals follow.
    package enum Block: CaseIterable, Hashable, Sendable {
        case ultimateOutcomes
        case therapistAdherence
        case caseClosure
        case referrals

        /// The heading.
        package var title: String {
            switch self {
            case .ultimateOutcomes: "Ultimate outcomes"
            case .therapistAdherence: "Therapist adherence"
            case .caseClosure: "Case closure"
            case .referrals: "Referrals"
            }
        }

        /// What the rows of the block are counted over, a line each. A rate without its base is a defect.
        package var base: [String] {
            switch self {
            case .ultimateOutcomes:
                ["Base: closures with the opportunity for a full course of treatment and a known answer."]
            case .therapistAdherence:
                [
                    "Base: families closed for any reason with at least one valid interview.",
                    "Interviewed: of closures with the opportunity, those with a stay long enough for an interview.",
                ]
            case .caseClosure:
                [
                    "Base: closures with the opportunity for a full course of treatment; moved, administrative and",
                    "prior-event closures are outside it.",
                ]
            case .referrals: ["Base: referrals decided in the period."]
            }
        }
    }

    /// The name that people use.
    package var title: String {
        switch self {
        case .atHome: "Living at home"
        case .inSchoolOrWork: "In school or working"
        case .noNewArrests: "No new arrests during treatment"
        case .meanAdherence: "Overall average adherence"
        case .adherentFamilies: "Families whose adherence meets the threshold"
        case .interviewedFamilies: "Families with an adherence interview"
        case .completed: "Cases completing treatment"
        case .lackOfEngagement: "Closed for lack of engagement"
        case .placed: "Placed during treatment"
        case .lengthOfStay: "Average length of stay in days"
        case .referralAcceptance: "Referrals accepted"
        }
    }

    /// What the value counts.
    var unit: Unit {
        switch self {
        case .meanAdherence: .score
        case .lengthOfStay: .days
        default: .share
        }
    }

    /// Where it stands.
    package var block: Block {
        switch self {
        case .atHome, .inSchoolOrWork, .noNewArrests: .ultimateOutcomes
        case .meanAdherence, .adherentFamilies, .interviewedFamilies: .therapistAdherence
        case .completed, .lackOfEngagement, .placed, .lengthOfStay: .caseClosure
        case .referralAcceptance: .referrals
        }
    }
}
