import CivilDate
import EpisodeEngine
import Intervention

extension RegisterRow {
    /// The day from which the therapist has the family: the decision, else the first session, else the referral.
    var allocatedOn: CivilDate { decidedOn ?? firstSessionOn ?? referredOn }

    /// The referral that the row tells of.
    func referral(child: ChildID, team: TeamID) -> Referral {
        Referral(
            child: child, ref: episodeRef, model: model, team: team, source: referralSource, profile: profile
        )
    }

    /// The decision that the row tells of and its day; nil while it is pending.
    ///
    /// A decision whose day the row does not know is put on the day of the referral and marked as estimated.
    /// - Parameter former: a decision that stands, whose answers to the model's questions are kept: no register asks them.
    func screening(keeping former: Screening? = nil) -> Engine.Entry<EpisodeCommand>? {
        let verdict: Screening.Verdict
        switch (decision, declineReason) {
        case (.accepted, _): verdict = .accepted
        case (.declined, let reason?): verdict = .declined(reason)
        case (.declined, nil), (.pending, _): return nil
        }
        let screening = Screening(
            verdict, dayIsEstimated: decidedOn == nil, onward: onwardService,
            answers: former?.answers ?? ReferralAnswers())
        return Engine.Entry(.screen(screening), on: decidedOn ?? referredOn)
    }

    /// The first session that the row tells of.
    var start: Engine.Entry<EpisodeCommand>? {
        firstSessionOn.map { Engine.Entry(.startTreatment, on: $0) }
    }

    /// The closing that the row tells of.
    /// - Parameter former: a closing that stands, whose answers to questions that no register asks are kept.
    func closing(keeping former: Closing? = nil) -> Engine.Entry<EpisodeCommand>? {
        guard let closedOn, let closureReason else { return nil }
        var outcomes = former?.outcomes ?? [:]
        outcomes[.atHome] = atHome
        outcomes[.inSchoolOrWork] = inSchoolOrWork
        outcomes[.noNewArrests] = noNewArrests
        return Engine.Entry(.close(Closing(reason: closureReason, outcomes: outcomes)), on: closedOn)
    }

    /// All that the row asks of the stream of a new episode, in order.
    package func entries(child: ChildID, team: TeamID) -> [Engine.Entry<EpisodeCommand>] {
        var entries = [Engine.Entry(EpisodeCommand.refer(referral(child: child, team: team)), on: referredOn)]
        if let screening = screening() { entries.append(screening) }
        if let therapist {
            let allocation = Allocation(team: team, therapist: therapist)
            entries.append(Engine.Entry(.allocate(allocation), on: allocatedOn))
        }
        if let start { entries.append(start) }
        if let closing = closing() { entries.append(closing) }
        return entries
    }

    /// The days on which the episode holds its child, half-open; nil when it does not.
    var holdsChild: (from: CivilDate, until: CivilDate?)? {
        guard decision == .accepted else { return nil }
        return (firstSessionOn ?? decidedOn ?? referredOn, closedOn)
    }
}
