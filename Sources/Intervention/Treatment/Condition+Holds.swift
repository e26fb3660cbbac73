import CivilDate

/// What a condition is asked of.
public struct ConditionContext: Sendable {
    /// The episode.
    public var episode: EpisodeFacts
    /// Whom it is asked about.
    public var about: FactSubject
    /// The values that the model runs on.
    public var settings: ModelSettings
    /// The model's trackers, for the states that they begin in.
    public var trackers: [Tracker]
    /// The day; what happened later is not looked at.
    public var day: CivilDate

    /// A context.
    public init(
        _ episode: EpisodeFacts, about: FactSubject = .family, settings: ModelSettings, trackers: [Tracker],
        on day: CivilDate
    ) {
        self.episode = episode
        self.about = about
        self.settings = settings
        self.trackers = trackers
        self.day = day
    }

    /// The same about somebody else.
    func asked(about subject: FactSubject) -> ConditionContext {
        var context = self
        context.about = subject
        return context
    }
}

extension Condition {
    /// Whether it is so.
    public func holds(in context: ConditionContext) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(in: context) }
        case .any(let parts): parts.contains { $0.holds(in: context) }
        case .not(let part): !part.holds(in: context)
        case .recorded(let test): test.finds(in: context)
        case .everyone(let roles, let test):
            context.episode.subjects(of: roles, on: context.day).allSatisfy { subject in
                test.asked(ofOne: subject, in: context)
            }
        case .tracker(let key, let states): context.state(of: key).map(states.contains) ?? false
        case .running(let module): context.runs(of: module).contains { $0.lasts(on: context.day) }
        case .completed(let module):
            context.runs(of: module).contains { run in
                run.ending == .completed && run.until.map { $0 <= context.day } ?? false
            }
        case .phase(let phases): context.episode.phase(on: context.day).map(phases.contains) ?? false
        }
    }
}

extension ConditionContext {
    /// The state of a tracker about the person, or about the family when it tracks that; nil when there is no such
    /// tracker.
    public func state(of key: TrackerKey) -> TrackerStateKey? {
        guard let tracker = trackers.first(where: { $0.key == key }) else { return nil }
        let subject = tracker.about == [.family] ? FactSubject.family : about
        return episode.state(of: tracker, about: subject, on: day)
    }

    fileprivate func runs(of module: ModuleKey) -> [ModuleRun] {
        episode.moduleRuns.filter { $0.module == module && $0.about == about && $0.from <= day }
    }
}

extension FactTest {
    /// Whether one person has such a fact, whosever facts the test counts otherwise.
    fileprivate func asked(ofOne subject: FactSubject, in context: ConditionContext) -> Bool {
        var test = self
        test.whose = .same
        return test.finds(in: context.asked(about: subject))
    }

    /// Whether there is such a fact.
    func finds(in context: ConditionContext) -> Bool {
        let earliest = earliest(in: context)
        return context.episode.facts.contains { dated in
            dated.fact.kind == kind && dated.holds(on: context.day)
                && (earliest.map { $0 <= dated.from } ?? true)
                && counts(dated.fact.about, in: context)
                && fields.allSatisfy { $0.isMet(by: dated.fact) }
        }
    }

    /// The first day that a fact may have; nil for any.
    private func earliest(in context: ConditionContext) -> CivilDate? {
        let oldest = within.flatMap { context.settings.whole($0) }.map { context.day.adding(days: -$0) }
        let last = sinceLast.flatMap { kind in
            context.episode.facts.last { dated in
                dated.fact.kind == kind && dated.from <= context.day && counts(dated.fact.about, in: context)
            }?.from
        }
        return [oldest, last].compactMap { $0 }.max()
    }

    private func counts(_ subject: FactSubject, in context: ConditionContext) -> Bool {
        switch whose {
        case .same: subject == context.about
        case .anybody: true
        case .of(let roles): context.episode.role(of: subject).map(roles.contains) ?? false
        }
    }
}
