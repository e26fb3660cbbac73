import CivilDate

extension InterventionModel {
    /// What the model's own declarations would have somebody look at while treatment lasts: what is owed and late,
    /// trackers in a pressing state, planned steps that were not made, consent that is not on record.
    func declaredAlerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        lateAlerts(for: episode, owing: obligations, on: day) + trackerAlerts(for: episode, on: day)
            + planAlerts(for: episode, on: day) + consentAlert(for: episode, with: settings, on: day)
    }

    private func lateAlerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], on day: CivilDate
    ) -> [Alert] {
        func isLate(_ owed: Obligation) -> Bool { owed.standing == .open && owed.dueOn < day }
        guard obligations.contains(where: { isLate($0) || $0.standing == .missed }) else { return [] }
        let (duties, modules) = (duties, modules)
        return obligations.byKindAndSubject.flatMap { slots -> [Alert] in
            guard let owed = slots.first else { return [] }
            let told: (urgency: Alert.Urgency, title: String, isOwedAgain: Bool)? =
                if let duty = duties.first(where: { $0.obligation == owed.kind }) {
                    duty.late.map { ($0, duty.title, duty.every != nil) }
                } else if let module = modules.first(where: { .beginning(of: $0.key) == owed.kind }) {
                    (.warning, "\(module.title): begin", false)
                } else {
                    owed.kind == .countersignature ? (.warning, "Supervisor's countersignature", false) : nil
                }
            guard let (urgency, title, isOwedAgain) = told else { return [] }
            let name = "'\(title)'\(episode.role(named: owed.about))"
            // What is missed is gone, but not what it was for: it is told until the next is met.
            if isOwedAgain, let run = MissedRun(endOf: slots) {
                let sentence = run.sentence(of: name, on: day)
                return [Alert(.late(owed.kind), urgency, since: run.firstDue.adding(days: 1), sentence)]
            }
            return slots.filter(isLate).map { late in
                let sentence = "\(name) was due on \(late.dueOn) and is not on record"
                return Alert(.late(late.kind), urgency, since: late.dueOn.adding(days: 1), sentence)
            }
        }
    }

    private func trackerAlerts(for episode: EpisodeFacts, on day: CivilDate) -> [Alert] {
        guard !episode.trackerSpells.isEmpty else { return [] }
        var last: [TrackerPlace: TrackerSpell] = [:]
        for spell in episode.trackerSpells where spell.from <= day {
            last[TrackerPlace(tracker: spell.tracker, about: spell.about)] = spell
        }
        return trackers.flatMap { tracker in
            last.values.filter { $0.tracker == tracker.key }.sorted { ($0.from, $0.about) < ($1.from, $1.about) }
                .compactMap { spell in
                    guard let state = tracker.states.first(where: { $0.key == spell.state }),
                        let urgency = state.urgency
                    else { return nil }
                    let sentence = "'\(tracker.title)'\(episode.role(named: spell.about)) is '\(state.title)'"
                    return Alert(.state(state.key, of: tracker.key), urgency, since: spell.from, sentence)
                }
        }
    }

    /// Steps whose planned day has passed. Planning the same phase again moves its day; entering it settles the plan.
    private func planAlerts(for episode: EpisodeFacts, on day: CivilDate) -> [Alert] {
        guard !episode.plans.isEmpty else { return [] }
        var plans: [DatedPlan] = []
        for plan in episode.plans where plan.on <= day {
            plans.removeAll { $0.step.phase == plan.step.phase }
            plans.append(plan)
        }
        return plans.compactMap { plan in
            let isMade = episode.spells.contains { spell in
                spell.phase == plan.step.phase && plan.on <= spell.from && spell.from <= day
            }
            guard !isMade, plan.step.plannedOn < day, let phase = phases.phase(plan.step.phase) else { return nil }
            let sentence = "'\(phase.title)' was planned to begin on \(plan.step.plannedOn) and has not: plan it anew"
            return Alert(
                .plannedStepPassed, .warning, since: plan.step.plannedOn.adding(days: 1), sentence
            )
        }
    }

    private func consentAlert(
        for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let rule = settings.choice(.consentRule), let startedOn = episode.startedOn else { return [] }
        let isGiven = FieldTest(.answer, in: [.yes])
        let given = episode.facts.filter { dated in
            dated.fact.kind == .consent && dated.holds(on: day) && isGiven.isMet(by: dated.fact)
        }
        let missing = Consents.needed(under: rule).filter { word in
            !given.contains { FieldTest(.of, in: [word]).isMet(by: $0.fact) }
        }
        guard !missing.isEmpty else { return [] }
        let words = missing.map(\.text).joined(separator: " and ")
        let sentence = "treatment began on \(startedOn) and \(words) is not on record"
        return [Alert(.consentMissing, .warning, since: startedOn, sentence)]
    }
}

extension MissedRun {
    /// What was missed, and what can still be put on record.
    fileprivate func sentence(of name: String, on day: CivilDate) -> String {
        let missed =
            lastMet.map { "\(name) was last on record on \($0); missed since: \(count)" }
            ?? "\(name) is not on record; missed: \(count)"
        let late = open.flatMap { $0.dueOn < day ? "; the one due on \($0.dueOn) can still be recorded" : nil }
        return "\(missed), the first due on \(firstDue)\(late ?? "")"
    }
}

/// A tracker of somebody.
private struct TrackerPlace: Hashable {
    let tracker: TrackerKey
    let about: FactSubject
}

extension EpisodeFacts {
    /// ` (sibling)`, the role of somebody for a sentence; empty for the family.
    fileprivate func role(named subject: FactSubject) -> String {
        guard subject != .family, let role = role(of: subject) else { return "" }
        return " (\(role.rawValue))"
    }
}
