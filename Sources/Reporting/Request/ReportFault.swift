import CivilDate
import Intervention

/// Why a report cannot be made.
package enum ReportFault: Error, Hashable, Sendable {
    /// The period ends before it begins.
    case periodReversed(from: CivilDate, through: CivilDate)
    /// Nobody can know yet what will be known then.
    case knownAtInFuture(Instant, now: Instant)
    /// A team's code belongs to one site.
    case teamNeedsSite
    /// Facts that another version of the program wrote; so many are.
    case staleFacts(Int)
    /// The sums of an indicator contradict each other, or have more digits than can be kept exactly.
    case inexact(Indicator)
    /// There are more days in care than days, or more children in care than children.
    case impossibleDays(CareMeasure)
    /// The counts of a model's own measure contradict each other.
    case impossibleMeasure(MeasureKey)
    /// The counts of referrals contradict each other.
    case impossibleReferrals
}

extension ReportFault: CustomStringConvertible {
    /// One sentence that says what would be right.
    package var description: String {
        switch self {
        case .periodReversed(let from, let through): "the period begins on \(from) and ends before it, on \(through)"
        case .knownAtInFuture(let knownAt, let now): "what is known at \(knownAt) is not known yet: it is \(now)"
        case .teamNeedsSite: "a team's code belongs to one site: name the site"
        case .staleFacts(let count):
            "\(count) reporting facts have the form of another version: run 'homeward rebuild' first"
        case .inexact(let indicator): "the sums of \(indicator.rawValue) cannot be right: run 'homeward verify'"
        case .impossibleMeasure(let key): "the sums of \(key) cannot be right: run 'homeward verify'"
        case .impossibleReferrals: "the counts of referrals cannot be right: run 'homeward verify'"
        case .impossibleDays(let measure): "the sums of \(measure.rawValue) cannot be right: run 'homeward verify'"
        }
    }
}
