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
    /// closes: not reached is missing, neither bad nor good. One that was held outside its window meets nothing.
    private func followUps(
        of episode: EpisodeFacts, with settings: ModelSettings, on day: CivilDate
    ) -> [Obligation] {
        guard episode.startedOn != nil, let closing = episode.closing, closing.on <= day,
            let window = settings.followUpWindow
        else { return [] }
        return FollowUpMonth.allCases.map { month in
            let opens = window.opensOn(month, after: closing.on)
            let closes = window.lastDay(month, after: closing.on).adding(days: 1)
            let held = episode.followUps.filter { $0.followUp.month == month && $0.isInWindow && $0.on <= day }
            let standing: Obligation.Standing =
                if let collected = held.first(where: { $0.followUp.status == .collected }) {
                    .met(on: collected.on)
                } else if held.contains(where: { $0.followUp.status == .refused }) {
                    .refused
                } else if day < opens {
                    .upcoming
                } else {
                    day < closes ? .open : .missed
                }
            return Obligation(
                .followUp, ordinal: month.rawValue, opensOn: opens,
                dueOn: FollowUpWindow.dueDay(of: month, after: closing.on), closesOn: closes, standing: standing
            )
        }
    }
}
