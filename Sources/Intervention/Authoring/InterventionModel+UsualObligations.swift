import CivilDate

extension InterventionModel {
    /// What every MST model owes: the adherence interviews while treatment lasts, what its own duties and modules ask
    /// for, and the follow-ups after it.
    public func usualObligations(
        of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate
    ) -> [Obligation] {
        let interviews = InterviewSlots(of: episode, with: settings, through: day)?
            .obligations(judging: episode.interviews, through: day)
        var obligations = interviews ?? []
        addDeclaredObligations(of: episode, with: settings, through: day, to: &obligations)
        obligations += followUps(of: episode, with: settings, on: day)
        return obligations
    }

    /// The follow-ups of an episode whose treatment had begun. One that nobody could reach stays open until its window
    /// closes: not reached is missing, neither bad nor good.
    private func followUps(
        of episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate
    ) -> [Obligation] {
        guard episode.startedOn != nil, let closing = episode.closing, closing.on <= day,
            let before = settings.whole(.followUpOpensBefore), let after = settings.whole(.followUpClosesAfter)
        else { return [] }
        return FollowUpMonth.allCases.map { month in
            let due = closing.on.adding(months: month.rawValue)
            let window = (opens: due.adding(days: -before), closes: due.adding(days: after + 1))
            let held = episode.followUps.filter { $0.followUp.month == month && $0.on <= day }
            let standing: Obligation.Standing =
                if let collected = held.first(where: { $0.followUp.status == .collected }) {
                    .met(on: collected.on)
                } else if held.contains(where: { $0.followUp.status == .refused }) {
                    .refused
                } else if day < window.opens {
                    .upcoming
                } else {
                    day < window.closes ? .open : .missed
                }
            return Obligation(
                .followUp, ordinal: month.rawValue, opensOn: window.opens, dueOn: due, closesOn: window.closes,
                standing: standing
            )
        }
    }
}
