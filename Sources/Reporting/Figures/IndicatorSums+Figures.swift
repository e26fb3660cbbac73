import Intervention
import Statistics

extension IndicatorSums {
    /// Families with at least one valid interview, whatever they were closed for.
    var interviewedFamilies: Int { scores.reduce(0) { $0 + $1.families } }

    /// What an indicator is made of; nil for sums that contradict each other or cannot be held exactly.
    func figure(of indicator: Indicator) -> IndicatorFigure? {
        switch indicator {
        case .atHome: share(atHome.yes, of: atHome.known)
        case .inSchoolOrWork: share(inSchoolOrWork.yes, of: inSchoolOrWork.known)
        case .noNewArrests: share(noNewArrests.yes, of: noNewArrests.known)
        case .meanAdherence: scores.mean.map { .mean($0) }
        case .adherentFamilies: share(adherent, of: interviewedFamilies)
        case .interviewedFamilies: share(interviewHeld, of: interviewExpected)
        case .completed: share(completed, of: opportunity)
        case .lackOfEngagement: share(lackOfEngagement, of: opportunity)
        case .placed: share(placed, of: opportunity)
        case .lengthOfStay: Mean(total: stayDays, count: stays).map { .mean($0) }
        case .referralAcceptance: share(accepted, of: decided)
        }
    }

    /// How many of an indicator's base cannot be counted for or against it.
    func unknown(for indicator: Indicator) -> Int {
        switch indicator {
        case .atHome: opportunity - atHome.known
        case .inSchoolOrWork: opportunity - inSchoolOrWork.known
        case .noNewArrests: opportunity - noNewArrests.known
        case .meanAdherence, .adherentFamilies: closures - interviewedFamilies
        case .interviewedFamilies, .lengthOfStay: opportunity - stays
        case .completed, .lackOfEngagement, .placed, .referralAcceptance: 0
        }
    }

    private func share(_ numerator: Int, of denominator: Int) -> IndicatorFigure? {
        Proportion(numerator: numerator, denominator: denominator).map { .share($0) }
    }
}
