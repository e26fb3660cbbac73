import Intervention

/// An indicator that is a share, with the closures that a model counts it over.
package struct CountedIndicator: Hashable, Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// The closures that it is counted over.
    let base: MeasureBase
    /// Whether who did not answer stays in the denominator.
    let isUnknownKept: Bool

    /// An indicator as a model counts it.
    /// - Parameter model: nil for several models together, which are counted as the network's table does.
    /// - Throws: ``ReportFault/noShare(_:)`` for an average.
    package init(_ indicator: Indicator, in model: (any InterventionModel)?) throws(ReportFault) {
        guard indicator.unit == .share else { throw .noShare(indicator) }
        let own = model?.otherBases.first { $0.indicator == indicator }?.measure
        self.indicator = indicator
        base = own?.base ?? (indicator == .adherentFamilies ? .closed : .opportunity)
        isUnknownKept = own?.unknowns == .kept
    }

    /// The indicators that are shares.
    package static let all: [Indicator] = Indicator.allCases.filter { $0.unit == .share }

    /// Who counts, of whom: the numerator and the denominator in one sentence.
    package var rule: String { "Counted: \(numeratorRule), of \(denominatorRule)." }

    private var numeratorRule: String {
        switch indicator {
        case .atHome: "families whose young person lived at home at closing"
        case .inSchoolOrWork: "families whose young person was in school or work at closing"
        case .noNewArrests: "families whose young person was not arrested for an offence during treatment"
        case .adherentFamilies: "families whose mean adherence met the threshold"
        case .interviewedFamilies: "families with a valid adherence interview"
        case .completed: "families that completed treatment"
        case .lackOfEngagement: "families closed for lack of engagement"
        case .placed: "families whose young person was placed during treatment"
        case .referralAcceptance: "referrals accepted"
        case .meanAdherence, .lengthOfStay: indicator.title
        }
    }

    private var denominatorRule: String {
        let closures =
            switch base {
            case .closed: "closures for any reason"
            case .opportunity: "closures with the opportunity for a full course of treatment"
            case .started: "closures after treatment began"
            }
        switch indicator {
        case .referralAcceptance: return "referrals decided in the period"
        case .adherentFamilies: return closures + " with at least one valid interview"
        case .interviewedFamilies: return closures + " whose stay was long enough for an interview"
        case .atHome, .inSchoolOrWork, .noNewArrests:
            return closures + (isUnknownKept ? "; an unknown answer stays in" : " and a known answer")
        default: return closures
        }
    }
}
