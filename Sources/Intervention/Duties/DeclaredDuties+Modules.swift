import CivilDate

extension DeclaredDuties {
    /// That a module begins by its day, about each person who needs it.
    func obligations(of module: TreatmentModule) -> [Obligation] {
        guard let within = module.beginWithin.flatMap(settings.whole) else { return [] }
        return subjects(of: module.about).compactMap { subject in
            guard let since = neededSince(module, about: subject) else { return nil }
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
    private func neededSince(_ module: TreatmentModule, about subject: FactSubject) -> CivilDate? {
        guard let joinedOn = joined(subject) else { return nil }
        let first = max(startedOn, joinedOn)
        switch module.need {
        case .asAgreed: return nil
        case .always: return first
        case .when(let condition):
            let last = closedOn ?? day
            guard condition.holds(in: context(about: subject, on: last)) else { return nil }
            let changes = daysOfChange.drop { $0 <= first }.prefix { $0 <= last }
            let since = changes.last { change in
                !condition.holds(in: context(about: subject, on: change.adding(days: -1)))
            }
            return since ?? first
        }
    }

    private func joined(_ subject: FactSubject) -> CivilDate? {
        guard case .participant(let id) = subject else { return startedOn }
        return episode.participants.first { $0.participant.id == id }?.from
    }

    /// The days on which what a condition looks at can have changed.
    private var daysOfChange: [CivilDate] {
        var days = Set(episode.facts.map(\.from))
        days.formUnion(episode.facts.compactMap(\.until))
        days.formUnion(episode.trackerSpells.map(\.from))
        days.formUnion(episode.participants.map(\.from))
        days.formUnion(episode.participants.compactMap(\.until))
        days.formUnion(episode.moduleRuns.map(\.from))
        days.formUnion(episode.moduleRuns.compactMap(\.until))
        days.formUnion(episode.spells.map(\.from))
        return days.sorted()
    }
}
