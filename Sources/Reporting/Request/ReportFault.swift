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
    /// Only shares can be compared by counts; the indicator is an average.
    case noShare(Indicator)
    /// One site has nothing to be compared with.
    case sitesNeedAll
    /// A period of all sites together begins or ends within a month: by shifting it a day at a time single families could be
    /// told from the differences.
    case periodNotMonths(CivilPeriod)
    /// No team of the scope delivers the model.
    case modelNotRun(ModelID, running: [ModelID])
    /// A report as of a day that has not come.
    case dayToCome(CivilDate, today: CivilDate)
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
        case .noShare(let indicator):
            "\(indicator.rawValue) is an average and no share; shares are "
                + CountedIndicator.all.map(\.rawValue).joined(separator: ", ")
        case .periodNotMonths(let period):
            "all sites together are reported by whole months; \(period) begins or ends within one"
        case .modelNotRun(let id, let running):
            "the model \(id) is not run here; there "
                + (running.isEmpty ? "is none" : "are " + running.map(\.text).joined(separator: ", "))
        case .dayToCome(let day, let today): "\(day) is still to come: it is \(today)"
        case .sitesNeedAll: "sites are compared with each other: ask for all sites, or for the teams of one"
        case .impossibleDays(let measure): "the sums of \(measure.rawValue) cannot be right: run 'homeward verify'"
        }
    }
}
