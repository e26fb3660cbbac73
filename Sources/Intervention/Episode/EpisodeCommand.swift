import CivilDate

/// What can be asked of an episode. A command carries what happened; the day that it happened on stands beside it.
public enum EpisodeCommand: Hashable, Sendable {
    /// A family is referred. The first event of every episode.
    case refer(Referral)
    /// The referral is accepted or declined.
    case screen(Screening)
    /// A team, and a therapist of it, take the family on.
    case allocate(Allocation)
    /// The first session is held: treatment starts in the first phase of the model.
    case startTreatment
    /// The family enters the next phase.
    case enterPhase(PhaseID)
    /// A step into a phase is planned for a day, or planned anew.
    case plan(PlannedStep)
    /// A contact was held or attempted.
    case recordContact(Contact)
    /// An adherence interview was held or attempted.
    case recordInterview(Interview)
    /// The episode is closed.
    case close(Closing)
    /// A follow-up was held or attempted.
    case followUp(FollowUp)
    /// Somebody takes part from a day on.
    case join(Participant)
    /// Somebody no longer takes part: the day is the first without.
    case leave(ParticipantID)
    /// Something is so that the model records.
    case recordFact(RecordedFact)
    /// A fact that holds no longer does: the day is the first without. A mistake is corrected instead.
    case withdrawFact(FactID)
    /// A treatment module begins.
    case startModule(ModuleStart)
    /// A treatment module ends.
    case finishModule(ModuleFinish)
    /// A supervisor signs under a module that began although a soft gate was not met.
    case countersign(Countersignature)
    /// The episode moves to another version of its model or of the site's settings.
    case move(ModelMove)
}

/// A referral to one model at one team.
public struct Referral: Hashable, Sendable {
    /// The child.
    public var child: ChildID
    /// The site's own reference of the episode.
    public var ref: EpisodeRef?
    /// The model that the family is referred to.
    public var model: ModelID
    /// The team that the family is referred to.
    public var team: TeamID
    /// Who referred.
    public var source: ReferralSource?
    /// What is known of the child on the day.
    public var profile: Profile

    /// A referral.
    public init(
        child: ChildID, ref: EpisodeRef?, model: ModelID, team: TeamID, source: ReferralSource? = nil,
        profile: Profile = Profile()
    ) {
        self.child = child
        self.ref = ref
        self.model = model
        self.team = team
        self.source = source
        self.profile = profile
    }
}

/// The decision about a referral.
public struct Screening: Hashable, Sendable {
    /// Accepted, or declined for a reason.
    public enum Verdict: Hashable, Sendable {
        case accepted
        case declined(DeclineReason)
    }

    /// What was decided.
    public var verdict: Verdict
    /// Whether the day is not on record and the day of referral stands in for it.
    public var dayIsEstimated: Bool
    /// Where a declined family was sent on to; nil when nobody noted it.
    public var onward: OnwardService?
    /// What was answered of the model's questions; empty when nobody noted it.
    public var answers: ReferralAnswers

    /// A decision.
    public init(
        _ verdict: Verdict, dayIsEstimated: Bool = false, onward: OnwardService? = nil,
        answers: ReferralAnswers = ReferralAnswers()
    ) {
        self.verdict = verdict
        self.dayIsEstimated = dayIsEstimated
        self.onward = onward
        self.answers = answers
    }
}

/// Who takes a family on from a day.
public struct Allocation: Hashable, Sendable {
    /// The team.
    public var team: TeamID
    /// The lead therapist; nil while nobody is named.
    public var therapist: StaffCode?

    /// An allocation.
    public init(team: TeamID, therapist: StaffCode?) {
        self.team = team
        self.therapist = therapist
    }
}

/// A step that is planned for a day. Planning the same phase again moves the day.
public struct PlannedStep: Hashable, Sendable {
    /// The phase to be entered.
    public var phase: PhaseID
    /// The day it is planned for.
    public var plannedOn: CivilDate

    /// A planned step.
    public init(into phase: PhaseID, plannedOn: CivilDate) {
        self.phase = phase
        self.plannedOn = plannedOn
    }
}

/// A contact with a family or with somebody about it. What was said is a sealed text elsewhere.
public struct Contact: Hashable, Sendable {
    /// Its id.
    public var id: ContactID
    /// How it was held.
    public var mode: ContactMode
    /// Whom it was with.
    public var party: ContactParty
    /// How long it took, 0 to 1,440 minutes; nil when nobody noted it.
    public var minutes: Minutes?

    /// A contact.
    public init(id: ContactID, mode: ContactMode, party: ContactParty, minutes: Minutes? = nil) {
        self.id = id
        self.mode = mode
        self.party = party
        self.minutes = minutes
    }
}

/// A length of time within a day, 0 to 1,440 minutes.
public struct Minutes: Hashable, Comparable, Sendable {
    /// 0 to 1,440.
    public let number: Int

    /// A length, or nil outside a day.
    public init?(_ number: Int) {
        guard (0...1440).contains(number) else { return nil }
        self.number = number
    }

    /// Shorter comes first.
    public static func < (lhs: Minutes, rhs: Minutes) -> Bool {
        lhs.number < rhs.number
    }
}
