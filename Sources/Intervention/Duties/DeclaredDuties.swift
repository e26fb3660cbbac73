import CivilDate

/// What a model's duties and modules make of an episode: its obligations beyond interviews and follow-ups.
struct DeclaredDuties {
    /// The episode as conditions are asked of it.
    let context: ConditionContext
    let startedOn: CivilDate
    let closedOn: CivilDate?

    /// The duties of an episode; nil before treatment, and for an episode that ended without anything of the kind on
    /// record: its treatment was recorded elsewhere, and nothing can be said of it.
    /// - Parameter day: what happened later is not looked at.
    init?(of episode: EpisodeFacts, under trackers: [Tracker], with settings: ModelSettings, through day: CivilDate) {
        guard let startedOn = episode.startedOn, startedOn <= day else { return nil }
        let closedOn = episode.closing.flatMap { $0.on <= day ? $0.on : nil }
        if closedOn != nil, !DeclaredDuties.isRecorded(episode, by: day) { return nil }
        context = ConditionContext(episode, settings: settings, trackers: trackers, on: day)
        self.startedOn = startedOn
        self.closedOn = closedOn
    }

    var episode: EpisodeFacts { context.episode }
    var settings: ModelSettings { context.settings }
    var day: CivilDate { context.day }

    private static func isRecorded(_ episode: EpisodeFacts, by day: CivilDate) -> Bool {
        episode.facts.first.map { $0.from <= day } ?? false || episode.moduleRuns.first.map { $0.from <= day } ?? false
    }

    /// What a duty owes.
    func obligations(of duty: FactDuty) -> [Obligation] {
        var obligations: [Obligation] = []
        for subject in subjects(of: duty.about) { add(duty, about: subject, to: &obligations) }
        return obligations
    }

    /// Adds what a duty owes about one person or the family.
    private func add(_ duty: FactDuty, about subject: FactSubject, to obligations: inout [Obligation]) {
        let stretches = stretches(of: duty.anchor, about: subject)
        guard !stretches.isEmpty,
            var slots = DutySlots(
                duty, about: subject,
                metBy: places(of: duty.fact, duty.fields, about: subject, orFamily: false),
                closedOn: duty.anchor == .closing ? nil : closedOn, with: settings, through: day
            )
        else { return }
        for stretch in stretches {
            slots.add(from: stretch.from, until: stretch.until) { isOwed(duty, about: subject, on: $0) }
        }
        obligations += slots.obligations
    }

    /// From when on a duty is counted, and until when. Where a phase ends with the closing, the closing ends the duty.
    private func stretches(
        of anchor: FactDuty.Anchor, about subject: FactSubject
    ) -> [(from: FactPlace, until: CivilDate?)] {
        switch anchor {
        case .firstSession: [(.beginning(of: startedOn), nil)]
        case .phase(let phase):
            episode.spells.filter { $0.phase == phase && $0.from <= day }
                .map { spell in
                    (.beginning(of: spell.from), spell.until.flatMap { $0 <= day && $0 != closedOn ? $0 : nil })
                }
        case .first(let kind, let tests):
            places(of: kind, tests, about: subject, orFamily: true).prefix(1).map { ($0, nil) }
        case .each(let kind, let tests):
            places(of: kind, tests, about: subject, orFamily: true).map { ($0, nil) }
        case .closing: closedOn.map { [(.beginning(of: $0), nil)] } ?? []
        }
    }

    /// Where the facts that count stand, in order.
    private func places(
        of kind: FactKind, _ tests: [FieldTest], about subject: FactSubject, orFamily: Bool
    ) -> [FactPlace] {
        let facts = context.episode.facts
        return context.places(of: kind).compactMap { place in
            let dated = facts[place]
            guard subject == .family || dated.fact.about == subject || orFamily && dated.fact.about == .family,
                tests.allSatisfy({ $0.isMet(by: dated.fact) })
            else { return nil }
            return .fact(place, on: dated.from)
        }
    }

    private func isOwed(_ duty: FactDuty, about subject: FactSubject, on day: CivilDate) -> Bool {
        guard takesPart(subject, on: day) else { return false }
        return duty.when?.holds(in: context, about: subject, on: day) ?? true
    }

    /// Whether somebody takes part on a day; the family and the index child always do.
    func takesPart(_ subject: FactSubject, on day: CivilDate) -> Bool {
        guard case .participant(let id) = subject else { return true }
        return episode.participants.contains { $0.participant.id == id && $0.lasts(on: day) }
    }

    /// Everybody of some roles who took part by the day, each once.
    func subjects(of roles: [SubjectRole]) -> [FactSubject] {
        if roles == [.family] { return [.family] }
        var subjects: [FactSubject] = []
        if roles.contains(.family) { subjects.append(.family) }
        if roles.contains(.index) { subjects.append(.index) }
        for spell in episode.participants where spell.from <= day && roles.contains(spell.participant.role) {
            let subject = FactSubject.participant(spell.participant.id)
            if !subjects.contains(subject) { subjects.append(subject) }
        }
        return subjects
    }
}
