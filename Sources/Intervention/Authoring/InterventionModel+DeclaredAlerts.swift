import CivilDate

extension InterventionModel {
    /// What the model's own declarations would have somebody look at while treatment lasts: what is owed and late,
    /// trackers in a pressing state, planned steps that were not made, consent that is not on record.
    func declaredAlerts(for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        lateAlerts(for: episode, with: settings, on: day) + trackerAlerts(for: episode, on: day)
            + planAlerts(for: episode, on: day) + consentAlert(for: episode, with: settings, on: day)
    }

    private func lateAlerts(for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate) -> [Alert] {
        let (duties, modules) = (duties.filter { $0.late != nil }, modules)
        guard !duties.isEmpty || !modules.isEmpty,
            let declared = DeclaredDuties(of: episode, under: trackers, with: settings, through: day)
        else { return [] }
        var alerts: [Alert] = []
        func tell(_ obligations: [Obligation], _ urgency: Alert.Urgency, _ title: String) {
            for owed in obligations where owed.standing == .open && owed.dueOn < day {
                let sentence =
                    "'\(title)'\(episode.role(named: owed.about)) was due on \(owed.dueOn) and is not on record"
                alerts.append(Alert(.late(owed.kind), urgency, since: owed.dueOn.adding(days: 1), sentence))
            }
        }
        for duty in duties { tell(declared.obligations(of: duty), duty.late ?? .warning, duty.title) }
        for module in modules { tell(declared.obligations(of: module), .warning, "\(module.title): begin") }
        tell(declared.countersignatures(), .warning, "Supervisor's countersignature")
        return alerts
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
        let given = episode.facts.filter { dated in
            dated.fact.kind == .consent && dated.holds(on: day)
                && FieldTest(.answer, in: [.yes]).isMet(by: dated.fact)
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
