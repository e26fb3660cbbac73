import CivilDate

/// The case summary of one week, made from what is on record: nobody writes a goal down twice. What was set for next week
/// is last week's a week later (`clinical.md` 4.3, sections I to VI).
public struct WeeklySummary: Hashable, Sendable {
    /// An overarching goal and how it stands.
    public struct Goal: Hashable, Sendable {
        /// The goal.
        public var goal: DatedFact
        /// The word of its last review; `open` before one.
        public var status: ChoiceCode
        /// Since when it has been met without a break; nil while it is not.
        public var metSince: CivilDate?
    }

    /// A goal for a week, and what belongs to it.
    public struct WeekGoal: Hashable, Sendable {
        /// The goal.
        public var goal: DatedFact
        /// The word of its result; nil while it has none.
        public var result: ChoiceCode?
        /// What stood in its way.
        public var barriers: [DatedFact]
        /// What was done or is to be done towards it.
        public var interventions: [DatedFact]

        /// Whether it was not met and nothing says what stood in the way.
        public var lacksBarrier: Bool { result == .notMet && barriers.isEmpty }
    }

    /// The week.
    public var week: TreatmentWeek
    /// Section I: the overarching goals that hold at the end of the week.
    public var goals: [Goal]
    /// Section II: the goals that were set for the week.
    public var lastWeek: [WeekGoal]
    /// Section III: the barriers met in the week.
    public var barriers: [DatedFact]
    /// Section IV: the advances of the week.
    public var advances: [DatedFact]
    /// Section V: fit circles and drivers that came new in the week.
    public var fits: [DatedFact]
    /// Section VI: the goals that are set for the week after.
    public var nextWeek: [WeekGoal]
    /// What became of the summary itself; nil when the model owes none of that week.
    public var standing: Obligation.Standing?

    /// The summary of a week; nil before the first session.
    /// - Parameter day: what happened later is not looked at.
    public init?(of episode: EpisodeFacts, week: TreatmentWeek, through day: CivilDate) {
        guard let startedOn = episode.startedOn, startedOn <= day else { return nil }
        let facts = episode.facts.filter { $0.from <= day }
        let last = min(week.lastDay(since: startedOn), day)
        let ofWeek = facts.filter { TreatmentWeek(of: $0.from, since: startedOn) == week }
        self.week = week
        goals = facts.of(.overarchingGoal).filter { $0.holds(on: last) }.map { goal in
            Goal(goal, reviews: facts.of(.goalReview).filter { $0.links(.goal, to: goal) && $0.from <= last })
        }
        let weekGoals = facts.of(.intermediaryGoal)
        lastWeek = weekGoals.filter { $0.week(since: startedOn) == week }.map { WeekGoal($0, among: facts) }
        nextWeek = weekGoals.filter { $0.week(since: startedOn) == week.next }.map { WeekGoal($0, among: facts) }
        barriers = ofWeek.of(.barrier)
        advances = ofWeek.of(.advance)
        fits = ofWeek.filter { $0.fact.kind == .fitCircle || $0.fact.kind == .driver }
    }

    /// The goals of the week that were not met without a word on what stood in the way.
    public var unexplained: [WeekGoal] { lastWeek.filter(\.lacksBarrier) }
}

extension InterventionModel {
    /// The summary of a week with what became of it; nil before the first session.
    public func weeklySummary(
        of episode: EpisodeFacts, week: TreatmentWeek, with settings: ModelSettings, through day: CivilDate
    ) -> WeeklySummary? {
        guard var summary = WeeklySummary(of: episode, week: week, through: day) else { return nil }
        let declared = DeclaredDuties(of: episode, under: trackers, with: settings, through: day)
        let duty = duties.first { $0.fact == .weeklySummary }
        summary.standing = duty.flatMap { declared?.obligations(of: $0) }?.first { $0.ordinal == week.number }?.standing
        return summary
    }
}

extension ChoiceCode {
    /// A goal was met.
    public static let met: ChoiceCode = "met"
    /// A goal was not met.
    public static let notMet: ChoiceCode = "not-met"
    /// A goal is worked on.
    public static let open: ChoiceCode = "open"
    /// A goal was given up.
    public static let dropped: ChoiceCode = "dropped"
}

extension WeeklySummary.Goal {
    fileprivate init(_ goal: DatedFact, reviews: [DatedFact]) {
        self.goal = goal
        status = reviews.last?.word(.status) ?? .open
        metSince = reviews.reversed().prefix { $0.word(.status) == .met }.last?.from
    }
}

extension WeeklySummary.WeekGoal {
    fileprivate init(_ goal: DatedFact, among facts: [DatedFact]) {
        self.goal = goal
        result = facts.last { $0.fact.kind == .goalResult && $0.links(.goal, to: goal) }?.word(.result)
        barriers = facts.filter { $0.fact.kind == .barrier && $0.links(.goal, to: goal) }
        interventions = facts.filter { $0.fact.kind == .intervention && $0.links(.goal, to: goal) }
    }
}

extension DatedFact {
    /// The word of a field that holds one of a closed list.
    func word(_ field: FieldKey) -> ChoiceCode? {
        guard case .choice(let word) = fact.fields[field] else { return nil }
        return word
    }

    /// Whether a field links to another fact.
    func links(_ field: FieldKey, to other: DatedFact) -> Bool { fact.fields[field] == .link(other.fact.id) }

    /// The week that a goal for a week is for: the one it names, or else the one after it was set.
    fileprivate func week(since startedOn: CivilDate) -> TreatmentWeek? {
        if case .day(let day) = fact.fields[.weekOf] { return TreatmentWeek(of: day, since: startedOn) }
        return TreatmentWeek(of: from, since: startedOn)?.next
    }
}

extension [DatedFact] {
    fileprivate func of(_ kind: FactKind) -> [DatedFact] { filter { $0.fact.kind == kind } }
}
