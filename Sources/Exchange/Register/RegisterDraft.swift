import CivilDate
import Intervention

/// The cells of a row that could be read, before it is known whether they make a row.
struct RegisterDraft {
    var episodeRef: EpisodeRef?
    var team: TeamCode?
    var model: ModelID?
    var childRef: ChildRef?
    var householdRef: HouseholdRef?
    var therapist: StaffCode?
    var profile = Profile()
    var referralSource: ReferralSource?
    var referredOn: CivilDate?
    var decision: ReferralDecision?
    var decidedOn: CivilDate?
    var declineReason: DeclineReason?
    var onwardService: OnwardService?
    var firstSessionOn: CivilDate?
    var closedOn: CivilDate?
    var closureReason: ClosureReasonID?
    var outcomes: [RegisterColumn: Answer] = [:]

    /// The row, when every required part is there.
    var row: RegisterRow? {
        guard let episodeRef, let team, let model, let referredOn, let decision else { return nil }
        // What is not known of an episode that goes on is not an answer given at its closing.
        let answers = closedOn == nil ? [:] : outcomes
        return RegisterRow(
            episodeRef: episodeRef, team: team, model: model, childRef: childRef, householdRef: householdRef,
            therapist: therapist, profile: profile, referralSource: referralSource, referredOn: referredOn,
            decision: decision, decidedOn: decidedOn, declineReason: declineReason, onwardService: onwardService,
            firstSessionOn: firstSessionOn, closedOn: closedOn, closureReason: closureReason, atHome: answers[.atHome],
            inSchoolOrWork: answers[.inSchoolOrWork], noNewArrests: answers[.noNewArrests]
        )
    }
}
