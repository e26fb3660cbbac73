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
    /// The day of the child's death; nil while nobody recorded one.
    package let diedOn: CivilDate?

    init(
        id: EpisodeID, facts: EpisodeFacts, rules: Rulebook, until: CivilDate? = nil, diedOn: CivilDate? = nil
    ) {
        self.id = id
        self.facts = facts
        self.rules = rules
        self.diedOn = diedOn
        rulesUntil = until
    }

    /// An episode on record; nil while it has no event, and when it is not in play on the day.
    init?(
        _ state: StreamState<EpisodeStream>, under rules: SiteRules, on day: CivilDate,
        deaths: [ChildID: CivilDate]
    ) throws {
        guard let facts = state.history.facts, facts.decision?.screening.verdict == .accepted,
            facts.closing.map({ EpisodeInPlay.closedSince(day) <= $0.on }) ?? true,
            let rules = try rules.pinned(state, asOf: day)
        else { return nil }
        self.init(
            id: state.id, facts: facts, rules: rules, until: state.nextPin(after: day),
            diedOn: deaths[facts.referral.child])
    }

    /// The first day of closing that still counts on a day.
    package static func closedSince(_ day: CivilDate) -> CivilDate { day.adding(months: -monthsInPlay) }

    /// Months after closing in which a follow-up can be owed: the last is held at 18 months, within a window after it.
    private static let monthsInPlay = 24

    /// Everything that was or is due through a day and what comes next, in the order in which it is due.
    package func obligations(on day: CivilDate) -> [Obligation] { owed(on: day).inOrder }

    /// What the model says is owed. Nobody is asked about a child who died: what was not done by then is not required.
    /// The episode stays open, with its other duties, until a person closes it.
    private func owed(on day: CivilDate) -> [Obligation] {
        let owed = rules.model.obligations(of: facts, with: rules.settings, through: day)
        guard let diedOn, diedOn <= day else { return owed }
        return owed.map { $0.isAsked && $0.isUnmet(by: diedOn) ? $0.notRequired : $0 }
    }

    /// What is owed on a day and open, in the order in which it is due.
    func open(on day: CivilDate) -> [Obligation] { obligations(on: day).filter { $0.standing == .open } }

    /// What somebody should look at on a day, the most pressing first.
    package func alerts(on day: CivilDate) -> [Alert] {
        rules.model.alerts(for: facts, owing: owed(on: day), with: rules.settings, on: day).inOrder
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

extension Obligation {
    /// Whether the family is asked something for it.
    fileprivate var isAsked: Bool { kind == .adherenceInterview || kind == .followUp }

    /// Whether nothing had met it, and something still could have, by a day.
    fileprivate func isUnmet(by day: CivilDate) -> Bool {
        switch standing {
        case .upcoming, .open: true
        case .missed: closesOn.map { day < $0 } ?? true
        case .met, .refused, .notRequired: false
        }
    }

    /// The same when it need not be met any more.
    fileprivate var notRequired: Obligation {
        var same = self
        same.standing = .notRequired
        return same
    }
}
