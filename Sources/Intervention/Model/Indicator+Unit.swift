extension Indicator {
    /// What one of the indicator's value is: a score, a number of days, or a share of one.
    public var unit: ParameterUnit {
        switch self {
        case .meanAdherence: .score
        case .lengthOfStay: .days
        case .atHome, .inSchoolOrWork, .noNewArrests, .adherentFamilies, .interviewedFamilies, .completed,
            .lackOfEngagement, .placed, .referralAcceptance:
            .share
        }
    }
}
