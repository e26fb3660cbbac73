import CivilDate

/// The slots of the adherence interview: the first so many days after the first session, then one at each interval until
/// the episode ends. An interview belongs to the slot in whose days it was held; one held before the first slot is due
/// belongs to the first.
struct InterviewSlots {
    let startedOn: CivilDate
    let closedOn: CivilDate?
    /// Days from the first session to the first due day; at least 1.
    let firstAfter: Int
    /// Days from one due day to the next; at least 1.
    let every: Int

    /// The slots of an episode; nil before treatment, or when the settings have no schedule that moves on.
    /// - Parameter day: what happened later is not looked at.
    init?(of episode: EpisodeFacts, with settings: ModelSettings, through day: CivilDate) {
        guard let startedOn = episode.startedOn, startedOn <= day,
            let firstAfter = settings.whole(.interviewFirstAfter),
            let every = settings.whole(.interviewEvery), firstAfter > 0, every > 0
        else { return nil }
        self.startedOn = startedOn
        closedOn = episode.closing.flatMap { $0.on <= day ? $0.on : nil }
        self.firstAfter = firstAfter
        self.every = every
    }

    /// The slots that were due through a day, and the one after them.
    /// - Parameter interviews: by day.
    func obligations(judging interviews: [ScoredInterview], through day: CivilDate) -> [Obligation] {
        var obligations: [Obligation] = []
        var due = startedOn.adding(days: firstAfter)
        while true {
            let slot = obligation(ordinal: obligations.count + 1, due: due, judging: interviews, on: day)
            obligations.append(slot)
            guard due <= day, slot.standing != .notRequired else { return obligations }
            due = due.adding(days: every)
        }
    }

    private func obligation(
        ordinal: Int, due: CivilDate, judging interviews: [ScoredInterview], on day: CivilDate
    ) -> Obligation {
        let opens = ordinal == 1 ? startedOn : due
        let next = due.adding(days: every)
        let closes = closedOn.map { min(next, $0.adding(days: 1)) } ?? next
        let first = interviews.firstIndex { opens <= $0.on } ?? interviews.endIndex
        let held = interviews[first...].prefix { $0.on < next && $0.on <= day }
        return Obligation(
            .adherenceInterview, ordinal: ordinal, opensOn: opens, dueOn: due, closesOn: max(opens, closes),
            standing: standing(held, due: due, closes: closes, on: day),
            attempts: held.count { $0.interview.result == .unreachable }
        )
    }

    private func standing(
        _ held: ArraySlice<ScoredInterview>, due: CivilDate, closes: CivilDate, on day: CivilDate
    ) -> Obligation.Standing {
        if let first = held.first(where: \.isValid) { return .met(on: first.on) }
        if let closedOn, closedOn < due { return .notRequired }
        if held.contains(where: { $0.interview.result == .refused }) { return .refused }
        if day < due { return .upcoming }
        return day < closes ? .open : .missed
    }
}
