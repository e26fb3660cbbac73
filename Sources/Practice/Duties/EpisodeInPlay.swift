import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// An accepted episode that may owe or be owed something, under the rules that it is pinned to: the one place where
/// what an episode owes is asked of its model.
package struct EpisodeInPlay: Sendable {
    /// The episode.
    package let id: EpisodeID
    /// All that is on record.
    package let facts: EpisodeFacts
    /// The rules that it was pinned to on the day.
    package let rules: Rulebook
    /// The first day after it on which other rules hold, because the episode was moved; nil when none is on record.
    package let rulesUntil: CivilDate?

    init(id: EpisodeID, facts: EpisodeFacts, rules: Rulebook, until: CivilDate? = nil) {
        self.id = id
        self.facts = facts
        self.rules = rules
        rulesUntil = until
    }

    /// An episode on record; nil while it has no event, and when it is not in play on the day.
    init?(_ state: StreamState<EpisodeStream>, under rules: SiteRules, on day: CivilDate) throws {
        guard let facts = state.history.facts, facts.decision?.screening.verdict == .accepted,
            facts.closing.map({ EpisodeInPlay.closedSince(day) <= $0.on }) ?? true,
            let rules = try rules.pinned(state, asOf: day)
        else { return nil }
        self.init(id: state.id, facts: facts, rules: rules, until: state.nextPin(after: day))
    }

    /// The first day of closing that still counts on a day.
    package static func closedSince(_ day: CivilDate) -> CivilDate { day.adding(months: -monthsInPlay) }

    /// Months after closing in which a follow-up can be owed: the last is held at 18 months, within a window after it.
    private static let monthsInPlay = 24

    /// Everything that was or is due through a day and what comes next, in the order in which it is due.
    package func obligations(on day: CivilDate) -> [Obligation] {
        rules.model.obligations(of: facts, with: rules.settings, through: day).inOrder
    }

    /// What is owed on a day and open, in the order in which it is due.
    func open(on day: CivilDate) -> [Obligation] { obligations(on: day).filter { $0.standing == .open } }

    /// What somebody should look at on a day, the most pressing first.
    package func alerts(on day: CivilDate) -> [Alert] {
        let owed = rules.model.obligations(of: facts, with: rules.settings, through: day)
        return rules.model.alerts(for: facts, owing: owed, with: rules.settings, on: day).inOrder
    }

    /// Who has it on a day: the team and the therapist of the day, or the last there were.
    package func assignment(on day: CivilDate) -> Assignment? { facts.assignment(on: day) ?? facts.assignment }
}

extension [Obligation] {
    /// In the order in which they are due.
    var inOrder: [Obligation] { sorted { ($0.dueOn, $0.kind) < ($1.dueOn, $1.kind) } }

    /// Those that can be met on the day or later.
    var ahead: [Obligation] { filter { $0.standing == .open || $0.standing == .upcoming } }
}

extension [Alert] {
    /// The most pressing first, and of those alike the oldest.
    var inOrder: [Alert] { sorted { ($1.urgency, $0.since) < ($0.urgency, $1.since) } }
}
