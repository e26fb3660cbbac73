import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention

/// The referrals of a site that wait for something, the oldest first.
package struct ReferralInbox: Sendable {
    /// The site's name.
    package let site: String
    /// The day.
    package let day: CivilDate
    /// As whom the asker works there: under their own code, or for whom they cover.
    package let own: Set<StaffCode>
    /// What waits.
    package let referrals: [WaitingReferral]
}

/// A referral that waits. It does not print.
package struct WaitingReferral: Sendable {
    /// What it waits for.
    package enum Step: String, CaseIterable, Hashable, Sendable {
        /// That it is accepted or declined.
        case decision
        /// That a therapist takes the family on.
        case allocation
        /// The first session.
        case beginning
    }

    /// What is not on record of a referral and is needed for the decision or the figures.
    package enum Gap: String, CaseIterable, Hashable, Sendable {
        case name
        case birthMonth = "birth-month"
        case sex
        case source
        case authority
    }

    /// The episode.
    package let id: EpisodeID
    /// The site's own reference of it.
    package let ref: EpisodeRef?
    /// The child's name; nil when none is kept.
    package let name: String?
    /// Where its record ends.
    package let version: StreamSeq
    /// The model that the family was referred to.
    package let model: any InterventionModel
    /// The team.
    package let team: TeamCode?
    /// Who referred.
    package let source: ReferralSource?
    /// The day of referral.
    package let referredOn: CivilDate
    /// What is known of the child.
    package let profile: Profile
    /// What it waits for.
    package let step: Step
    /// Who has to do it: whoever supervises the team on the day, or the therapist.
    package let owners: [StaffCode]
    /// To whom it was given while it waits for a decision or a therapist; nil for nobody.
    package let owner: ReferralOwner?
    /// What is not on record.
    package let gaps: [Gap]

    /// How many days ago the family was referred.
    package func age(on day: CivilDate) -> Int { referredOn.days(until: day) }
}

extension WaitingReferral: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a referral (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// One referral with all that a decision about it stands on.
package struct ReferralSheet: Sendable {
    /// A therapist of the team and how much they have.
    package struct Caseload: Hashable, Sendable {
        /// Who.
        package let staff: StaffCode
        /// How many open families they have.
        package let families: Int
        /// How many they may have at most by their post; nil when nothing says so.
        package let most: Int?
    }

    /// The site's name.
    package let site: String
    /// The day.
    package let day: CivilDate
    /// The site's reference of the episode.
    package let ref: EpisodeRef
    /// The child's name; nil when none is kept.
    package let name: String?
    /// Where the episode's record ends.
    package let version: StreamSeq
    /// The model that the family was referred to.
    package let model: any InterventionModel
    /// The team that has it.
    package let team: TeamCode?
    /// All that is on record.
    package let facts: EpisodeFacts
    /// The models that the site enables, each as an episode would begin under it on the day of referral.
    package let models: [any InterventionModel]
    /// The therapists of the team, those with most room first.
    package let caseloads: [Caseload]
    /// All to whom the referral was given, and that it was taken back, the last first.
    package let owners: [ReferralOwner]
    /// Those in a post of the site today, by code.
    package let staff: [StaffCode]

    /// Who sees to it while it waits for a decision or a therapist; nil for nobody.
    package var owner: ReferralOwner? {
        owners.first.flatMap { $0.staff == nil || step?.needsOwner != true ? nil : $0 }
    }

    /// What it waits for; nil for nothing of this page.
    package var step: WaitingReferral.Step? { WaitingReferral.Step(of: facts) }
}

extension WaitingReferral.Step {
    /// What a referral waits for; nil when it was declined or closed, or treatment began.
    init?(of facts: EpisodeFacts) {
        guard facts.closing == nil, facts.startedOn == nil else { return nil }
        switch facts.decision?.screening.verdict {
        case nil: self = .decision
        case .declined?: return nil
        case .accepted?: self = facts.assignment?.therapist == nil ? .allocation : .beginning
        }
    }
}

/// Who is referred, as the referral says it. It does not print.
package struct ReferredChild: Hashable, Sendable {
    /// The full name; empty when it is not known.
    package var name: String
    /// The day of birth.
    package var birthDate: CivilDate?
    /// The NHS number, as it was typed; empty when it is not known.
    package var nhsNumber: String

    /// Who is referred.
    package init(name: String, birthDate: CivilDate?, nhsNumber: String) {
        self.name = name
        self.birthDate = birthDate
        self.nhsNumber = nhsNumber
    }
}

extension ReferredChild: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "a child (withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
