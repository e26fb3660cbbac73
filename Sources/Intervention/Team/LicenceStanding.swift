import CivilDate

/// What a team's record says of its licence and of its readiness, for any day.
public struct LicenceStanding: Hashable, Sendable {
    /// The licence on a day.
    public enum Licence: Hashable, Sendable {
        /// It is held, without a gap, through a day.
        case held(through: CivilDate)
        /// It ended on a day, and no further term had begun.
        case expired(CivilDate)
        /// The first term begins later.
        case begins(CivilDate)
        /// None is on record.
        case none
    }

    /// Why a team may not begin with a family on a day.
    public enum Obstacle: Hashable, Sendable {
        /// No licence is on record.
        case noLicence
        /// The licence begins later.
        case licenceBegins(CivilDate)
        /// The licence ended.
        case licenceExpired(CivilDate)
        /// The readiness review is not behind the team.
        case beforeReadinessReview(SiteStage?)
    }

    private let terms: [LicenceTerm]
    private let stages: [Dated<SiteStage>]

    /// What the facts of a team say.
    /// - Parameter day: terms that were agreed later are not looked at; nil for all, as when it is asked now.
    public init(_ facts: TeamFacts, agreedBy day: CivilDate? = nil) {
        let agreed = facts.licences.filter { dated in day.map { dated.on <= $0 } ?? true }
        terms = agreed.map(\.value).sorted { ($0.from, $0.through) < ($1.from, $1.through) }
        stages = facts.stages
    }

    /// The licence on a day.
    public func licence(on day: CivilDate) -> Licence {
        guard let first = terms.first else { return .none }
        guard first.from <= day else { return .begins(first.from) }
        var through = first.through
        for term in terms.dropFirst() where term.from <= day || term.from <= through.adding(days: 1) {
            through = max(through, term.through)
        }
        return day <= through ? .held(through: through) : .expired(through)
    }

    /// What stands against a new family on a day; nil when nothing does.
    public func obstacle(on day: CivilDate) -> Obstacle? {
        switch licence(on: day) {
        case .none: return .noLicence
        case .begins(let from): return .licenceBegins(from)
        case .expired(let through): return .licenceExpired(through)
        case .held:
            let stage = stages.last { $0.on <= day }?.value
            return stage?.isReady == true ? nil : .beforeReadinessReview(stage)
        }
    }
}

extension LicenceStanding.Obstacle {
    /// A code to count it by.
    public var code: String {
        switch self {
        case .noLicence: "no-licence"
        case .licenceBegins: "licence-not-begun"
        case .licenceExpired: "licence-expired"
        case .beforeReadinessReview: "before-readiness-review"
        }
    }

    /// What is so on the day, in half a sentence.
    public var sentence: String {
        switch self {
        case .noLicence: "the team has no licence on record"
        case .licenceBegins(let from): "the team's licence begins on \(from)"
        case .licenceExpired(let through): "the team's licence ended on \(through)"
        case .beforeReadinessReview(nil): "no readiness review of the team is on record"
        case .beforeReadinessReview(let stage?):
            "the team is at stage \(stage.rawValue) (\(stage.title)), before the readiness review"
        }
    }

    /// What is so on the day, and what would be allowed.
    public var wayOut: String {
        switch self {
        case .noLicence: "\(sentence); apply the site's file with its licence"
        case .licenceBegins: "\(sentence); from that day on it can"
        case .licenceExpired(let through): "\(sentence); it could until \(through), and can again once it is renewed"
        case .beforeReadinessReview: "\(sentence); it can from stage D (\(SiteStage.readinessReview.title)) on"
        }
    }
}
