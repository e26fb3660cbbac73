import Intervention
import Reporting

/// The reports that there is a page of.
package enum ReportKind: String, CaseIterable, Hashable, Sendable {
    case comparison
    case trend
    case timeToPlacement = "time-to-placement"
    case followUp = "follow-up"
    case reach
    case referrals
    case prePost = "pre-post"
    case quality
    case programmeReview = "programme-review"

    /// Those that are of a whole site and of nothing less or more: what they show is kept there.
    package static let ofWholeSite: Set<ReportKind> = [.programmeReview]

    /// What people call it.
    var title: String {
        switch self {
        case .comparison: "Comparison"
        case .trend: "Trend, month by month"
        case .timeToPlacement: "Time to placement"
        case .followUp: "Follow-up at 6, 12 and 18 months"
        case .referrals: "Referrals: steps, decisions and reasons"
        case .prePost: "Social care, twelve months before and after"
        case .quality: "Quality of data"
        case .programmeReview: "Programme review"
        case .reach: "Whom treatment reaches"
        }
    }
}

/// What the form of the reports asks.
package enum ReportField: String, CaseIterable, Hashable, Sendable {
    case report
    case indicator
    case model
    case from
    case to
}
