import CivilDate

extension InterventionModel {
    /// The advice that any model can give from its common parameters and the planned durations of its phases.
    func usualAdvice(
        on command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, day: CivilDate
    ) -> [Advisory] {
        switch command {
        case .refer(let referral): adviceOnAge(referral.profile.birthMonth, on: day, with: settings)
        case .enterPhase: adviceOnPhaseLeft(episode?.spells.last, on: day, with: settings)
        case .close(let closing): adviceOnClosing(closing, of: episode, with: settings, on: day)
        case .followUp(let followUp): adviceOnFollowUp(followUp, of: episode, with: settings, on: day)
        case .screen, .allocate, .startTreatment, .plan, .recordContact, .recordInterview, .join, .leave, .recordFact,
            .withdrawFact, .startModule, .finishModule, .countersign, .move:
            []
        }
    }

    private func adviceOnAge(
        _ birthMonth: CivilMonth?, on day: CivilDate, with settings: ModelSettings
    ) -> [Advisory] {
        guard let birthMonth, let least = settings.whole(.leastAge), let greatest = settings.whole(.greatestAge) else {
            return []
        }
        let oldest = birthMonth.firstDay.completedYears(on: day)
        let youngest = birthMonth.lastDay.completedYears(on: day)
        guard oldest < least || youngest > greatest else { return [] }
        let age = oldest == youngest ? "\(oldest)" : "\(youngest) or \(oldest)"
        return [
            Advisory(
                code: "age-outside-range",
                sentence: "the age at referral is \(age) years; \(title) is for \(least) to \(greatest)"
            )
        ]
    }

    private func adviceOnPhaseLeft(
        _ spell: PhaseSpell?, on day: CivilDate, with settings: ModelSettings
    ) -> [Advisory] {
        guard let spell, let phase = phases.phase(spell.phase), let planned = phase.planned,
            let latest = plannedEnd(planned.most, from: spell.from, with: settings), day > latest
        else { return [] }
        let days = spell.from.days(until: day)
        let most = spell.from.days(until: latest)
        return [
            Advisory(
                code: "phase-longer-than-planned",
                sentence: "the phase '\(phase.title)' lasted \(days) days; at most \(most) are planned"
            )
        ]
    }

    private func adviceOnClosing(
        _ closing: Closing, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) -> [Advisory] {
        let isCompleted = group(of: closing) == .completed
        guard let startedOn = episode?.startedOn else {
            guard isCompleted else { return [] }
            let sentence = "closed as '\(closing.reason)' without a first session on record"
            return [Advisory(code: "completed-without-first-session", sentence: sentence)]
        }
        let planned = phases.phases.filter { $0.kind == .treatment }.compactMap(\.planned)
        guard !planned.isEmpty, let earliest = end(of: planned.map(\.least), from: startedOn, with: settings),
            let latest = end(of: planned.map(\.most), from: startedOn, with: settings)
        else { return [] }
        let isShort = isCompleted && day < earliest
        guard isShort || day > latest else { return [] }
        let stay = startedOn.days(until: day)
        let range = "\(startedOn.days(until: earliest)) to \(startedOn.days(until: latest))"
        return [
            Advisory(
                code: isShort ? "stay-shorter-than-planned" : "stay-longer-than-planned",
                sentence: "the stay is \(stay) days; \(range) are planned"
            )
        ]
    }

    private func adviceOnFollowUp(
        _ followUp: FollowUp, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) -> [Advisory] {
        guard let closing = episode?.closing, let window = settings.followUpWindow,
            !window.holds(day, of: followUp.month, after: closing.on)
        else { return [] }
        let opens = window.opensOn(followUp.month, after: closing.on)
        let last = window.lastDay(followUp.month, after: closing.on)
        return [
            Advisory(
                code: "follow-up-outside-window",
                sentence: "the follow-up of \(followUp.month.rawValue) months is held from \(opens) to \(last), not on "
                    + "\(day): it is kept and counts in no figure"
            )
        ]
    }

    private func end(of durations: [ParameterKey], from start: CivilDate, with settings: ModelSettings) -> CivilDate? {
        durations.reduce(start) { day, duration in day.flatMap { plannedEnd(duration, from: $0, with: settings) } }
    }

    /// The day on which a planned duration ends that begins on a day; nil when the settings do not know it.
    func plannedEnd(_ duration: ParameterKey, from day: CivilDate, with settings: ModelSettings) -> CivilDate? {
        guard let number = settings.whole(duration) else { return nil }
        return switch parameters.first(where: { $0.key == duration })?.unit {
        case .days: day.adding(days: number)
        case .months: day.adding(months: number)
        default: nil
        }
    }
}
