import CivilDate
import Intervention

extension EpisodeStream {
    static func obstacle(
        toRecording fact: RecordedFact, _ steps: [TrackerStep], on day: CivilDate, at facts: EpisodeFacts,
        under rules: Rulebook
    ) -> Refusal? {
        guard !facts.facts.contains(where: { $0.fact.id == fact.id }) else { return .recordedAlready(.factRecorded) }
        if let fault = rules.treatment.fault(of: fact) { return fault }
        if let absence = absence(of: fact.about, on: day, in: facts) { return absence }
        guard let definition = rules.treatment.facts[fact.kind], let role = facts.role(of: fact.about),
            definition.about.contains(role)
        else { return .wrongSubject(fact.kind) }
        return brokenLink(of: fact, definition, at: facts)
            ?? obstacle(toSteps: steps, of: fact, on: day, at: facts, under: rules)
    }

    /// A fact that was withdrawn since may still be named: it was so.
    private static func brokenLink(
        of fact: RecordedFact, _ definition: FactDefinition, at facts: EpisodeFacts
    ) -> Refusal? {
        for field in definition.fields {
            guard case .link(let kinds) = field.content, case .link(let id) = fact.fields[field.key] else { continue }
            let isThere = facts.facts.contains { $0.fact.id == id && kinds.contains($0.fact.kind) }
            if !isThere { return .brokenLink(fact.kind, field.key) }
        }
        return nil
    }

    /// A tracker that the model did not have when the fact was recorded is not moved by it, and is not asked.
    private static func obstacle(
        toSteps steps: [TrackerStep], of fact: RecordedFact, on day: CivilDate, at facts: EpisodeFacts,
        under rules: Rulebook
    ) -> Refusal? {
        for tracker in rules.treatment.trackers where steps.contains(where: { $0.tracker == tracker.key }) {
            let state = facts.state(of: tracker, about: fact.about, on: day)
            let step = facts.step(of: tracker.key, among: steps, about: fact.about)
            let move = tracker.moves.first { move in
                move.isMade(by: fact) && move.from.contains(state) && move.to == step?.to
            }
            guard let move else { return .trackerForbids(tracker.key, fact.kind, from: state) }
            for condition in move.guards {
                let unmet = unmet(condition, of: tracker, by: fact, on: day, at: facts, under: rules)
                if let unmet { return .guardUnmet(tracker.key, to: move.to, saying: unmet) }
            }
        }
        return nil
    }

    /// What a guard wants and does not find; nil when it is met.
    private static func unmet(
        _ condition: TrackerMove.Guard, of tracker: Tracker, by fact: RecordedFact, on day: CivilDate,
        at facts: EpisodeFacts, under rules: Rulebook
    ) -> String? {
        switch condition {
        case .condition(let condition, let sentence):
            let context = ConditionContext(facts, about: fact.about, under: rules, on: day)
            return condition.holds(in: context) ? nil : sentence
        case .link(let field, let tests, let state, let alike):
            let isMet = facts.isLinked(fact, by: field, tests, sinceEntering: state, of: tracker.key, alike: alike)
            let same = alike.map { ", of the same \($0)" } ?? ""
            return isMet ? nil : "its field '\(field)' must name such a fact\(same), later than the last '\(state)'"
        }
    }
}

extension EpisodeFacts {
    /// Whether a fact names another that meets the tests, about the same person, and later on the timeline than the
    /// fact by which the tracker last entered the state.
    fileprivate func isLinked(
        _ fact: RecordedFact, by field: FieldKey, _ tests: [FieldTest], sinceEntering state: TrackerStateKey,
        of tracker: TrackerKey, alike: FieldKey?
    ) -> Bool {
        guard case .link(let id) = fact.fields[field], let place = facts.lastIndex(where: { $0.fact.id == id }) else {
            return false
        }
        let linked = facts[place].fact
        guard linked.about == fact.about || fact.about == .family, tests.allSatisfy({ $0.isMet(by: linked) }) else {
            return false
        }
        let entry = trackerSpells.last { $0.tracker == tracker && $0.about == fact.about && $0.state == state }
        guard let entry, let entered = facts.lastIndex(where: { $0.fact.id == entry.fact }) else { return true }
        let isAlike = alike.map { linked.fields[$0] == facts[entered].fact.fields[$0] } ?? true
        return isAlike && entered < place
    }
}
