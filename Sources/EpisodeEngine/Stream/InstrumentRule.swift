import CivilDate
import Intervention

/// What deciding about an adherence interview needs of its instrument.
struct InstrumentRule: Sendable {
    let therapistMayCollect: Bool
    private let respondents: Set<Respondent>
    private let respondentsByPhase: [PhaseID: Set<Respondent>]
    private let items: Int?
    private let leastAnswered: LeastAnswered

    init(_ instrument: Instrument, _ settings: ModelSettings) throws(RulebookFault) {
        guard let key = instrument.scoring.leastAnswered else { throw .missing(.itemsLeastAnswered) }
        guard let least = settings.score(key) else { throw .missing(key) }
        leastAnswered = .share(least)
        items = instrument.scoring.items
        respondents = Set(instrument.respondents)
        respondentsByPhase = instrument.respondentsByPhase.mapValues { Set($0) }
        therapistMayCollect = instrument.therapistMayCollect
    }

    /// Whether the instrument asks somebody in any phase.
    func asks(_ respondent: Respondent) -> Bool { respondents.contains(respondent) }

    /// The phases in which it does not ask somebody whom it asks otherwise.
    func phases(withoutAsking respondent: Respondent) -> [PhaseID] {
        respondentsByPhase.filter { !$0.value.contains(respondent) }.keys.sorted()
    }

    /// The score of items, or nil when too few were answered.
    ///
    /// The site's settings say how many of all items must be answered; a definition may ask for more, and for some of each
    /// section.
    func score(
        of scores: [Interview.ItemScore], by definition: InstrumentDefinition?
    ) throws(Refusal) -> AdherenceScore? {
        if let wanted = definition?.items.count ?? items, wanted != scores.count {
            throw .wrongNumberOfItems(given: scores.count, wanted: wanted)
        }
        let points = [Points?](scores)
        guard leastAnswered.isMet(answered: points.count { $0 != nil }, of: points.count) else { return nil }
        let plan =
            definition?.plan ?? ScoringPlan(items: points.count, least: leastAnswered, aggregate: .share)
        return plan.figures(of: points).share
    }
}

/// Who the therapists of each team are and were, as the site's configuration says.
package struct TherapistRoster: Hashable, Sendable {
    /// One therapist's days in a team.
    package struct Post: Hashable, Sendable {
        let team: TeamID
        let staff: StaffCode
        let from: CivilDate
        let through: CivilDate?

        /// - Parameters:
        ///   - from: the first day.
        ///   - through: the last day; nil while it lasts.
        package init(_ staff: StaffCode, in team: TeamID, from: CivilDate, through: CivilDate?) {
            self.staff = staff
            self.team = team
            self.from = from
            self.through = through
        }
    }

    private let posts: [StaffCode: [Post]]

    /// A roster; nobody is known by default.
    package init(_ posts: [Post] = []) {
        self.posts = Dictionary(grouping: posts, by: \.staff)
    }

    /// The teams in which somebody is a therapist on a day, in order.
    package func teams(of staff: StaffCode, on day: CivilDate) -> [TeamID] {
        let held = (posts[staff] ?? []).filter { post in
            post.from <= day && post.through.map { day <= $0 } ?? true
        }
        return Set(held.map(\.team)).sorted()
    }
}
