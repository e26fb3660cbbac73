import CivilDate
import EpisodeEngine
import Intervention

extension RegisterRow {
    /// What the record says of an episode, as a register would say it; nil for an episode without a reference.
    /// - Parameters:
    ///   - episode: the episode.
    ///   - child: its child.
    ///   - team: the code of the team that has the family now.
    package init?(episode: EpisodeFacts, child: ChildFacts, team: TeamCode) {
        guard let reference = episode.referral.ref else { return nil }
        let closing = episode.closing?.closing
        self.init(
            episodeRef: reference, team: team, model: episode.referral.model, childRef: child.ref,
            householdRef: child.household(on: episode.referredOn), therapist: episode.assignment?.therapist,
            profile: episode.referral.profile, referralSource: episode.referral.source,
            referredOn: episode.referredOn, decision: .pending, closedOn: episode.closing?.on,
            closureReason: closing?.reason, atHome: closing?.outcomes[.atHome],
            inSchoolOrWork: closing?.outcomes[.inSchoolOrWork], noNewArrests: closing?.outcomes[.noNewArrests]
        )
        firstSessionOn = episode.startedOn
        guard let decided = episode.decision else { return }
        // An estimated day is nobody's statement: the register has none.
        decidedOn = decided.screening.dayIsEstimated ? nil : decided.on
        switch decided.screening.verdict {
        case .accepted: decision = .accepted
        case .declined(let reason):
            decision = .declined
            declineReason = reason
            onwardService = decided.screening.onward
        }
    }
}
