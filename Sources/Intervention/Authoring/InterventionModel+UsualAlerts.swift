import CivilDate

extension InterventionModel {
    /// What every MST model would have somebody look at while treatment lasts: a family not met or met too little, an
    /// interview late, a stay or a phase that lasts long, and what its own declarations say. Before treatment and after
    /// closing there is nothing of the kind.
    /// - Parameter obligations: what the model says is owed through the day.
    public func usualAlerts(
        for episode: EpisodeFacts, owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let startedOn = episode.startedOn, startedOn <= day, episode.closing.map({ day < $0.on }) ?? true else {
            return []
        }
        return contactAlert(for: episode, since: startedOn, with: settings, on: day)
            + interviewAlert(owing: obligations, with: settings, on: day)
            + stayAlert(since: startedOn, with: settings, on: day)
            + phaseAlert(for: episode, with: settings, on: day)
            + declaredAlerts(for: episode, owing: obligations, with: settings, on: day)
    }

    /// Not met for too long, or else met too little in the last seven days.
    private func contactAlert(
        for episode: EpisodeFacts, since startedOn: CivilDate, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        let met = episode.contacts.lazy.filter { $0.on <= day && $0.contact.mode != .attemptedOnly }
        if let most = settings.whole(.contactGapMost) {
            let last = max(met.last?.on ?? startedOn, startedOn)
            let since = last.adding(days: most + 1)
            if day >= since {
                let sentence =
                    "the family was last met on \(last); at most \(most) days without a contact are usual"
                return [Alert(.noContact, .urgent, since: since, sentence)]
            }
        }
        guard let least = settings.whole(.contactsLeast), least > 0 else { return [] }
        let week = ContactIntensity.days
        // The week is full until the contact that is the least-th from the end drops out of it.
        let enough = met.suffix(least)
        let fullUntil = enough.count == least ? enough.first?.on.adding(days: week) : nil
        let since = max(fullUntil ?? startedOn, startedOn.adding(days: week))
        guard day >= since else { return [] }
        let held = enough.count { day.adding(days: -week) < $0.on }
        let sentence = "contacts in the last \(week) days: \(held); at least \(least) are usual"
        return [Alert(.fewContacts, .notice, since: since, sentence)]
    }

    private func interviewAlert(
        owing obligations: [Obligation], with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let window = settings.whole(.interviewWindow) else { return [] }
        let slots = obligations.filter { $0.kind == .adherenceInterview }
        let run = MissedRun(endOf: slots[...])
        guard let open = run?.open ?? slots.first(where: { $0.standing == .open }), let closesOn = open.closesOn else {
            return []
        }
        let since = (run?.firstDue ?? open.dueOn).adding(days: window)
        guard day >= since else { return [] }
        let missed = run.map { run in
            let last = run.lastMet.map { "the last adherence interview was held on \($0); missed since" }
            return "\(last ?? "no adherence interview that counts was held; missed"): \(run.count); "
        }
        let sentence =
            "\(missed ?? "")adherence interview \(open.ordinal) was due on \(open.dueOn) and can be held until "
            + "\(closesOn.adding(days: -1))"
        return [Alert(.interviewLate, .warning, since: since, sentence)]
    }

    /// The most pressing of the marks that the stay has passed.
    private func stayAlert(
        since startedOn: CivilDate, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        let marks: [(key: ParameterKey, code: AlertCode, urgency: Alert.Urgency, words: String)] = [
            (.stayTooLongAfter, .stayTooLong, .urgent, "going on needs a written reason"),
            (.stayLongAfter, .stayLong, .warning, "that is longer than the programme aims at"),
            (.stayReviewAfter, .stayReview, .warning, "the supervisor reviews it now"),
            (.endingPromptAfter, .planForEnding, .notice, "it is time to plan the ending"),
        ]
        for mark in marks {
            guard let after = settings.whole(mark.key) else { continue }
            let since = startedOn.adding(days: after)
            guard day >= since else { continue }
            let sentence = "treatment has lasted since \(startedOn), \(after) days or more: \(mark.words)"
            return [Alert(mark.code, mark.urgency, since: since, sentence)]
        }
        return []
    }

    private func phaseAlert(
        for episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate
    ) -> [Alert] {
        guard let spell = episode.spells.last(where: { $0.from <= day }), spell.until.map({ day < $0 }) ?? true,
            let phase = phases.phase(spell.phase), let planned = phase.planned,
            let latest = plannedEnd(planned.most, from: spell.from, with: settings), day > latest
        else { return [] }
        let sentence =
            "the phase '\(phase.title)' has lasted since \(spell.from); at most \(spell.from.days(until: latest)) "
            + "days are planned"
        return [Alert(.phaseLong, .warning, since: latest.adding(days: 1), sentence)]
    }
}
