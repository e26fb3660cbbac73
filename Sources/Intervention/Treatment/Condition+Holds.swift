import CivilDate

extension Condition {
    /// Whether it is so.
    public func holds(in context: ConditionContext) -> Bool {
        holds(in: context, about: context.about, on: context.day)
    }

    /// Whether it is so of somebody on a day, at most that of the context: one context serves many questions.
    func holds(in context: ConditionContext, about subject: FactSubject, on day: CivilDate) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(in: context, about: subject, on: day) }
        case .any(let parts): parts.contains { $0.holds(in: context, about: subject, on: day) }
        case .not(let part): !part.holds(in: context, about: subject, on: day)
        case .recorded(let test): test.finds(in: context, about: subject, test.whose, on: day)
        case .everyone(let roles, let test):
            context.episode.subjects(of: roles, on: day).allSatisfy { one in
                test.finds(in: context, about: one, .same, on: day)
            }
        case .tracker(let key, let states):
            context.state(of: key, about: subject, on: day).map(states.contains) ?? false
        case .running(let module):
            context.hasRun(of: module, about: subject) { $0.lasts(on: day) }
        case .completed(let module):
            context.hasRun(of: module, about: subject) { run in
                run.ending == .completed && run.until.map { $0 <= day } ?? false
            }
        case .phase(let phases): context.episode.phase(on: day).map(phases.contains) ?? false
        }
    }
}

extension ConditionContext {
    /// The state of a tracker about somebody, or about the family when it tracks that; nil when there is no such
    /// tracker.
    fileprivate func state(of key: TrackerKey, about subject: FactSubject, on day: CivilDate) -> TrackerStateKey? {
        guard let tracker = trackers.first(where: { $0.key == key }) else { return nil }
        return episode.state(of: tracker, about: tracker.about == [.family] ? .family : subject, on: day)
    }

    fileprivate func hasRun(
        of module: ModuleKey, about subject: FactSubject, where isSo: (ModuleRun) -> Bool
    ) -> Bool {
        episode.moduleRuns.contains { $0.module == module && $0.about == subject && isSo($0) }
    }
}

extension FactTest {
    /// Whether there is such a fact. Facts of one day stand as they were entered.
    fileprivate func finds(
        in context: ConditionContext, about subject: FactSubject, _ whose: Whose, on day: CivilDate
    ) -> Bool {
        func counts(_ dated: DatedFact) -> Bool {
            switch whose {
            case .same: dated.fact.about == subject
            case .anybody: true
            case .of(let roles): context.episode.role(of: dated.fact.about).map(roles.contains) ?? false
            }
        }
        let facts = context.episode.facts
        let oldest = within.flatMap { context.settings.whole($0) }.map { day.adding(days: -$0) }
        let first = sinceLast.flatMap { last in
            context.places(of: last).last { facts[$0].from <= day && counts(facts[$0]) }
        }
        return context.places(of: kind).contains { place in
            let dated = facts[place]
            return dated.holds(on: day) && first.map { $0 <= place } ?? true
                && oldest.map { $0 <= dated.from } ?? true
                && counts(dated) && fields.allSatisfy { $0.isMet(by: dated.fact) }
                && (current.map { context.episode.isCurrent(dated.fact.fields[$0], on: day) } ?? true)
        }
    }
}

extension EpisodeFacts {
    /// Whether a link names the last fact of its kind about the same that holds on a day.
    fileprivate func isCurrent(_ value: FactValue?, on day: CivilDate) -> Bool {
        guard case .link(let id) = value, let named = facts.first(where: { $0.fact.id == id })?.fact else {
            return false
        }
        let last = facts.last { $0.fact.kind == named.kind && $0.fact.about == named.about && $0.holds(on: day) }
        return last?.fact.id == id
    }
}
