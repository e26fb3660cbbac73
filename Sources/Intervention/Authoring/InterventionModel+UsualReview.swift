import CivilDate

extension InterventionModel {
    /// What any model has to say of a command from its common declarations: the advice, and the rules that forbid.
    ///
    /// - At referral: the age is outside the model's range, whichever day of the birth month is the birthday.
    /// - On entering a phase: the one before it lasted longer than planned.
    /// - On planning a step: the phase before it would last longer than planned.
    /// - With a weekly summary: goals of the week without a result, or not met without a barrier.
    /// - At closing: completed without a first session, or a stay outside what all phases are planned to last. A stay
    ///   that is short because the family was lost, placed or moved is what the reason says already. Completed without
    ///   a sustainability plan, without a word on help after the course, or without a module that every family needs.
    /// - Throws: when the settings require a sustainability plan before 'completed' and none is on record.
    public func usualReview(
        _ command: EpisodeCommand, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> [Advisory] {
        var advice = usualAdvice(on: command, of: episode, with: settings, day: day)
        switch command {
        case .close(let closing) where group(of: closing) == .completed:
            if let plan = try planAdvice(episode, with: settings, on: day) { advice.append(plan) }
            if let episode, episode.hasAnalyticProcess(by: day), facts.contains(where: { $0.kind == .onwardHelp }),
                !episode.facts.contains(where: { $0.fact.kind == .onwardHelp && $0.from <= day })
            {
                advice.append(
                    Advisory(
                        code: "no-onward-help",
                        sentence: "nothing is on record about help after the course; record it, or 'none'"
                    )
                )
            }
            if let episode { advice += moduleAdvice(episode, with: settings, on: day) }
        case .plan(let step): advice += stepAdvice(step, of: episode, with: settings, on: day)
        case .recordFact(let fact) where fact.kind == .weeklySummary:
            if let episode { advice += summaryAdvice(episode, on: day) }
        default: break
        }
        return advice
    }

    func group(of closing: Closing) -> ClosureGroup? { closureReasons.first { $0.id == closing.reason }?.group }

    private func planAdvice(
        _ episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) throws(Refusal) -> Advisory? {
        guard let rule = settings.choice(.sustainabilityPlan),
            episode?.facts.contains(where: { $0.fact.kind == .sustainabilityPlan && $0.holds(on: day) }) != true
        else { return nil }
        let sentence = "closed as completed without a sustainability plan on record"
        guard rule != AnalyticProcess.required else {
            throw .modelRule(code: "sustainability-plan-required", sentence: "\(sentence); record it first")
        }
        guard episode?.hasAnalyticProcess(by: day) == true else { return nil }
        return Advisory(code: "no-sustainability-plan", sentence: sentence)
    }

    /// Modules that everybody needs and that were not completed, once any part of treatment is on record.
    private func moduleAdvice(_ episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate) -> [Advisory] {
        guard episode.hasAnalyticProcess(by: day) || episode.moduleRuns.contains(where: { $0.from <= day }) else {
            return []
        }
        return modules.filter { $0.need == .always }.compactMap { module in
            let missing = episode.subjects(of: module.about, on: day).count { subject in
                !episode.moduleRuns.contains { run in
                    run.module == module.key && run.about == subject && run.ending == .completed
                        && run.until.map { $0 <= day } ?? false
                }
            }
            guard missing > 0 else { return nil }
            return Advisory(
                code: "module-not-completed",
                sentence:
                    "'\(module.title)' is for every family and was not completed with \(missing) of those it is for"
            )
        }
    }

    private func stepAdvice(
        _ step: PlannedStep, of episode: EpisodeFacts?, with settings: ModelSettings, on day: CivilDate
    ) -> [Advisory] {
        guard let spell = episode?.spells.last(where: { $0.from <= day }), let phase = phases.phase(spell.phase),
            let planned = phase.planned, let latest = plannedEnd(planned.most, from: spell.from, with: settings),
            latest < step.plannedOn
        else { return [] }
        let sentence =
            "the phase '\(phase.title)' would last until \(step.plannedOn); it is planned until \(latest) at most"
        return [Advisory(code: "planned-beyond-phase", sentence: sentence)]
    }

    private func summaryAdvice(_ episode: EpisodeFacts, on day: CivilDate) -> [Advisory] {
        guard let startedOn = episode.startedOn, let week = TreatmentWeek(of: day, since: startedOn),
            let summary = WeeklySummary(of: episode, week: week, through: day)
        else { return [] }
        var advice: [Advisory] = []
        let waiting = summary.lastWeek.count { $0.result == nil }
        if waiting > 0 {
            let sentence = "goals of week \(week.number) without a result: \(waiting)"
            advice.append(Advisory(code: "goals-without-result", sentence: sentence))
        }
        if !summary.unexplained.isEmpty {
            let sentence = "goals of week \(week.number) not met, without a barrier: \(summary.unexplained.count)"
            advice.append(Advisory(code: "goal-without-barrier", sentence: sentence))
        }
        return advice
    }
}

extension EpisodeFacts {
    /// Whether goals or summaries were recorded by a day. History that was imported has none.
    func hasAnalyticProcess(by day: CivilDate) -> Bool {
        let kinds: [FactKind] = [.overarchingGoal, .intermediaryGoal, .weeklySummary]
        return facts.contains { $0.from <= day && kinds.contains($0.fact.kind) }
    }
}
