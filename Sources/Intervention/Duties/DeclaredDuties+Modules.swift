import CivilDate

extension DeclaredDuties {
    /// That modules begin by their days, about each person who needs them.
    func obligations(of modules: [TreatmentModule]) -> [Obligation] {
        let owed = modules.filter { $0.beginWithin != nil }
        guard !owed.isEmpty else { return [] }
        let changes = daysOfChange
        return owed.flatMap { obligations(of: $0, after: changes) }
    }

    private func obligations(of module: TreatmentModule, after changes: [CivilDate]) -> [Obligation] {
        guard let within = module.beginWithin.flatMap(settings.whole) else { return [] }
        return subjects(of: module.about).compactMap { subject in
            guard let since = neededSince(module, about: subject, changes) else { return nil }
            let dueOn = since.adding(days: within)
            let begun = episode.moduleRuns.first { run in
                run.module == module.key && run.about == subject && run.from <= day
            }
            guard begun != nil || takesPart(subject, on: day) else { return nil }
            let standing: Obligation.Standing =
                if let begun {
                    .met(on: begun.from)
                } else if let closedOn {
                    closedOn < dueOn ? .notRequired : .missed
                } else {
                    .open
                }
            return Obligation(
                .beginning(of: module.key), about: subject, ordinal: 1, opensOn: since, dueOn: dueOn,
                closesOn: closedOn?.adding(days: 1), standing: standing
            )
        }
    }

    /// The supervisor's signatures under modules that began although a soft gate was not met.
    func countersignatures() -> [Obligation] {
        guard let within = settings.whole(.countersignWithin) else { return [] }
        return episode.moduleRuns.filter { !$0.unmet.isEmpty && $0.from <= day }.enumerated().map { place, run in
            let signed = run.countersigned.flatMap { $0.on <= day ? $0.on : nil }
            return Obligation(
                .countersignature, about: run.about, ordinal: place + 1, opensOn: run.from,
                dueOn: run.from.adding(days: within), closesOn: closedOn?.adding(days: 1),
                standing: signed.map { .met(on: $0) } ?? (closedOn == nil ? .open : .missed)
            )
        }
    }

    /// Since when a module has been needed without a break; nil when it is not.
    private func neededSince(
        _ module: TreatmentModule, about subject: FactSubject, _ changes: [CivilDate]
    ) -> CivilDate? {
        guard let joinedOn = joined(subject) else { return nil }
        let first = max(startedOn, joinedOn)
        switch module.need {
        case .asAgreed: return nil
        case .always: return first
        case .when(let condition):
            guard condition.holds(in: context, about: subject, on: closedOn ?? day) else { return nil }
            let since = changes.last { change in
                first < change && !condition.holds(in: context, about: subject, on: change.adding(days: -1))
            }
            return since ?? first
        }
    }

    private func joined(_ subject: FactSubject) -> CivilDate? {
        guard case .participant(let id) = subject else { return startedOn }
        return episode.participants.first { $0.participant.id == id }?.from
    }

    /// The days of treatment on which what a condition looks at can have changed, each once, in order.
    private var daysOfChange: [CivilDate] {
        let last = closedOn ?? day
        var days: [CivilDate] = []
        func add(_ day: CivilDate?) {
            if let day, startedOn < day, day <= last { days.append(day) }
        }
        for dated in episode.facts {
            add(dated.from)
            add(dated.until)
        }
        for spell in episode.trackerSpells { add(spell.from) }
        for spell in episode.participants {
            add(spell.from)
            add(spell.until)
        }
        for run in episode.moduleRuns {
            add(run.from)
            add(run.until)
        }
        for spell in episode.spells { add(spell.from) }
        return Set(days).sorted()
    }
}
