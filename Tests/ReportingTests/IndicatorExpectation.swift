import CivilDate
import Intervention

@testable import Reporting

/// What an indicator should be, counted by plain loops over the facts that a test made up.
struct IndicatorExpectation {
    var numerator = 0.0
    var denominator = 0
    var unknown = 0

    /// - Parameter facts: those that were known, of the sites, models and days asked for, closings and decisions apart.
    /// - Parameter overStarted: whether living at home is counted over all who began.
    init(
        _ indicator: Indicator, closings: [GeneratedFact], decisions: [GeneratedFact], overStarted: Bool = false
    ) {
        let base = closings.filter { $0.group != "not_counted" }
        switch indicator {
        case .atHome where overStarted:
            let began = closings.filter { $0.startedOn != nil }
            count(began.map { $0.answers[0] })
            denominator += unknown
        case .atHome: count(base.map { $0.answers[0] })
        case .inSchoolOrWork: count(base.map { $0.answers[1] })
        case .noNewArrests: count(base.map { $0.answers[2] })
        case .meanAdherence:
            for fact in closings {
                guard !fact.scores.isEmpty else {
                    unknown += 1
                    continue
                }
                denominator += 1
                let sum = fact.scores.reduce(0.0) { $0 + Double($1) / 1_000_000_000 }
                numerator += sum / Double(fact.scores.count)
            }
        case .adherentFamilies:
            for fact in closings {
                switch fact.isAdherent {
                case nil: unknown += 1
                case let isAdherent?:
                    denominator += 1
                    numerator += isAdherent ? 1 : 0
                }
            }
        case .interviewedFamilies:
            for fact in base {
                guard let stay = fact.stay else {
                    unknown += 1
                    continue
                }
                guard stay >= 14 else { continue }
                denominator += 1
                numerator += fact.scores.isEmpty ? 0 : 1
            }
        case .completed: share(base, of: "completed")
        case .lackOfEngagement: share(base, of: "lack_of_engagement")
        case .placed: share(base, of: "placed")
        case .lengthOfStay:
            for fact in base {
                guard let stay = fact.stay else {
                    unknown += 1
                    continue
                }
                denominator += 1
                numerator += Double(stay)
            }
        case .referralAcceptance:
            for fact in decisions {
                denominator += 1
                numerator += fact.decision == "accepted" ? 1 : 0
            }
        }
    }

    private mutating func count(_ answers: [String?]) {
        for answer in answers {
            switch answer {
            case "yes":
                numerator += 1
                denominator += 1
            case "no": denominator += 1
            default: unknown += 1
            }
        }
    }

    private mutating func share(_ base: [GeneratedFact], of group: String) {
        for fact in base {
            denominator += 1
            if fact.group == group { numerator += 1 }
        }
    }

    /// Whether a row says the same; sums of means may differ in the last digits of floating point.
    func agrees(with row: IndicatorRow) -> Bool {
        guard row.denominator == denominator, row.unknown == unknown else { return false }
        guard denominator > 0 else { return row.value == nil && row.isMet == nil && row.interval == nil }
        guard let value = row.value else { return false }
        return abs(value - numerator / Double(denominator)) <= 1e-12 * max(1, abs(value))
    }
}
