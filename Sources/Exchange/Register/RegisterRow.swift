import CivilDate
import Intervention

/// One row of a register: what a site says of one episode, in types.
package struct RegisterRow: FileRow, Hashable {
    package typealias Name = EpisodeRef

    /// The site's reference of the episode.
    package var episodeRef: EpisodeRef
    /// The team.
    package var team: TeamCode
    /// The model.
    package var model: ModelID
    /// The site's reference of the child; without it the row is a child of its own.
    package var childRef: ChildRef?
    /// The site's reference of the household.
    package var householdRef: HouseholdRef?
    /// The therapist.
    package var therapist: StaffCode?
    /// What is known of the child.
    package var profile: Profile
    /// Who sent the family.
    package var referralSource: ReferralSource?
    /// The day of the referral.
    package var referredOn: CivilDate
    /// What was decided.
    package var decision: ReferralDecision
    /// The day of the decision; nil when pending or not known.
    package var decidedOn: CivilDate?
    /// Why it was declined.
    package var declineReason: DeclineReason?
    /// Where a declined family was sent on to.
    package var onwardService: OnwardService?
    /// The day of the first session.
    package var firstSessionOn: CivilDate?
    /// The day of the closing.
    package var closedOn: CivilDate?
    /// Why it was closed.
    package var closureReason: ClosureReasonID?
    /// At closing: at home?
    package var atHome: Answer?
    /// At closing: in school or in work?
    package var inSchoolOrWork: Answer?
    /// At closing: no new arrests?
    package var noNewArrests: Answer?
}
