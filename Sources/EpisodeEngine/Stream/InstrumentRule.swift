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
