import CivilDate
import Intervention

/// How long a site keeps the records of children. Values that it does not set are the usual ones.
package struct RetentionPolicy: Hashable, Sendable {
    /// What the site sets, by parameter.
    private let set: [ParameterKey: Int]
    /// Which kinds of record it keeps beside those of social care: both of health unless it says otherwise.
    package let services: Set<RetentionRule>

    /// The usual policy.
    package static let usual = RetentionPolicy()

    /// A policy.
    /// - Returns: nil for a parameter that there is not, a value outside its bounds, or a kind that is no service.
    package init?(_ set: [ParameterKey: Int], services: Set<RetentionRule>) {
        guard services.isSubset(of: RetentionPolicy.serviceRules) else { return nil }
        for (key, value) in set {
            guard let parameter = RetentionPolicy.parameters.first(where: { $0.key == key }),
                parameter.bounds.allow(.whole(value))
            else { return nil }
        }
        self.set = set
        self.services = services
    }

    private init() {
        set = [:]
        services = RetentionPolicy.serviceRules
    }

    /// The kinds of record that a site may say it does not keep.
    package static let serviceRules: Set<RetentionRule> = [.childHealth, .mentalHealth]

    fileprivate static let monthsInYear = 12

    /// The years of a rule.
    package func years(_ rule: RetentionRule) -> Int {
        let parameter = RetentionPolicy.parameter(of: rule)
        if let years = set[parameter.key] { return years }
        guard case .whole(let years) = parameter.standard else { return 0 }
        return years
    }

    /// By which rule a child's record is kept and how long.
    package func verdict(for life: RecordedLife) -> RetentionVerdict {
        guard !life.isOpen else { return RetentionVerdict(rule: .everyRecord, keepThrough: nil) }
        let living = Set(life.provision.map { RetentionRule($0) }).union(services).union([.everyRecord])
        let rules = Set(living.map { afterDeath($0, of: life) })
        return rules.sorted { $0.rawValue < $1.rawValue }
            .map { RetentionVerdict(rule: $0, keepThrough: lastDay(of: $0, for: life)) }
            .reduce(RetentionVerdict(rule: .everyRecord, keepThrough: life.endedOn)) { RetentionVerdict.longer($0, $1) }
    }

    /// The rule that comes in the place of one when the child died.
    private func afterDeath(_ rule: RetentionRule, of life: RecordedLife) -> RetentionRule {
        switch rule {
        case .lookedAfter: return life.diedAsChild ? .lookedAfterDied : rule
        case .mentalHealth:
            guard let died = lastDay(of: .mentalHealthDied, for: life), let ended = lastDay(of: rule, for: life) else {
                return rule
            }
            return died < ended ? .mentalHealthDied : rule
        case .lookedAfterDied, .childProtection, .childInNeed, .childHealth, .mentalHealthDied, .everyRecord:
            return rule
        }
    }

    /// The last day on which a rule keeps a record; nil while no end is in sight.
    private func lastDay(of rule: RetentionRule, for life: RecordedLife) -> CivilDate? {
        let years = years(rule)
        switch rule {
        case .childProtection, .mentalHealth, .everyRecord: return life.endedOn.adding(years: years)
        // What is not known of somebody who was looked after is not assumed.
        case .lookedAfterDied, .mentalHealthDied: return life.diedOn?.adding(years: years)
        case .lookedAfter: return life.birth.map { $0.last.adding(years: years) }
        case .childInNeed: return life.latestBirth.adding(years: years)
        case .childHealth:
            return life.latestBirth.adding(years: life.mayHaveEndedAtSeventeen ? years + 1 : years)
        }
    }
}

/// How long a record is kept, and by which rule.
package struct RetentionVerdict: Hashable, Sendable {
    /// The rule that keeps it longest.
    package let rule: RetentionRule
    /// The last day on which it is kept; nil while no end is in sight.
    package let keepThrough: CivilDate?

    /// A verdict.
    package init(rule: RetentionRule, keepThrough: CivilDate?) {
        self.rule = rule
        self.keepThrough = keepThrough
    }

    /// Whether the record's day is past.
    package func isDue(on day: CivilDate) -> Bool { keepThrough.map { $0 < day } ?? false }

    /// The one of two that keeps a record longer; the first when they end on the same day.
    package static func longer(_ one: RetentionVerdict, _ other: RetentionVerdict) -> RetentionVerdict {
        guard let end = one.keepThrough else { return one }
        guard let otherEnd = other.keepThrough else { return other }
        return otherEnd > end ? other : one
    }
}

extension RetentionPolicy: CustomStringConvertible {
    /// The years of all rules that may apply.
    package var description: String {
        RetentionRule.allCases.filter { rule in
            let service = rule == .mentalHealthDied ? RetentionRule.mentalHealth : rule
            return !RetentionPolicy.serviceRules.contains(service) || services.contains(service)
        }
        .map { "\(RetentionPolicy.parameter(of: $0).key) \(years($0))" }.joined(separator: ", ")
    }
}

extension CivilDate {
    /// The same day so many years later; 1 March for 29 February in a common year, so that no year is cut short.
    fileprivate func adding(years: Int) -> CivilDate {
        let moved = adding(months: years * RetentionPolicy.monthsInYear)
        return moved.day == day ? moved : moved.adding(days: 1)
    }
}
