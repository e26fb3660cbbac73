import CivilDate
import Intervention

/// What happened in an episode, with all that the decision depended on.
///
/// The rare and large cases are kept apart: contacts are most of what happens, and histories hold thousands of them.
package enum EpisodeEvent: Hashable, Sendable {
    /// Referred to a model, of which this version is pinned.
    indirect case referred(Referral, ModelVersion)
    /// Accepted or declined.
    indirect case screened(Screening)
    /// Taken on by a team and a therapist.
    case allocated(Allocation)
    /// The first session: treatment starts in the phase, with where the child lives meanwhile.
    case treatmentStarted(PhaseID, setting: PhaseSetting? = nil)
    /// The next phase is entered, with where the child lives meanwhile.
    case phaseEntered(PhaseID, setting: PhaseSetting? = nil)
    /// A step is planned.
    case stepPlanned(PlannedStep)
    /// A contact.
    case contactRecorded(Contact)
    /// An interview as judged.
    indirect case interviewRecorded(JudgedInterview)
    /// Closed, with the group the reason counted in.
    indirect case closed(Closing, ClosureGroup, interviewExpectedFrom: DayCount)
    /// Followed up, with the window that was in force; nil when the model has none.
    case followedUp(FollowUp, window: FollowUpWindow?)
    /// Somebody takes part.
    case participantJoined(Participant)
    /// Somebody no longer takes part.
    case participantLeft(ParticipantID)
    /// Something is so that the model records, with how it stands in time and what it can move.
    indirect case factRecorded(RecordedFact, FactDefinition.Extent, steps: [TrackerStep])
    /// A fact no longer holds.
    case factWithdrawn(FactID)
    /// A module begins: on these hard gates, which were met, and without these soft ones, which were not.
    indirect case moduleStarted(ModuleStart, on: [GateKey], unmet: [GateKey])
    /// A module ends; whether the model says what it is for, so that this was on record.
    case moduleFinished(ModuleFinish, hasAim: Bool)
    /// A supervisor signed under a module.
    case moduleCountersigned(Countersignature)
    /// Runs on under other versions.
    indirect case moved(ModelMove)
    /// A set of earlier events is replaced or withdrawn.
    indirect case corrected(CorrectionSet<EpisodeEvent>)
}

/// An interview with its score, the flaws of its own, and the rules in force.
///
/// Whether its collector was the family's therapist or one of the family's team, whether the respondent is asked in the
/// family's phase, and whether it came before the first session are not judged here: all that follows from other events of
/// the timeline, which may be entered or corrected later.
package struct JudgedInterview: Hashable, Sendable {
    /// The interview.
    package var interview: Interview
    /// The score; nil when there is none.
    package var score: AdherenceScore?
    /// Why it does not count, whatever else is on the timeline.
    package var flaws: [InterviewFlaw]
    /// The threshold that was in force.
    package var threshold: AdherenceThreshold
    /// Whether an interview counts that the family's own therapist holds.
    package var therapistMayCollect: Bool
    /// The teams in which the collector was a therapist on the day, in order; none when therapists may collect.
    package var collectorTeams: [TeamID]
    /// The phases in which the instrument does not ask the respondent, whom it asks otherwise; in order.
    package var unaskedPhases: [PhaseID]
    /// What the items were scored by; nil when there were none, and for an event from before this was kept.
    package var basis: ScoringBasis?

    /// An interview as judged.
    package init(
        interview: Interview, score: AdherenceScore?, flaws: [InterviewFlaw], threshold: AdherenceThreshold,
        therapistMayCollect: Bool, collectorTeams: [TeamID] = [], unaskedPhases: [PhaseID] = [],
        basis: ScoringBasis? = nil
    ) {
        self.interview = interview
        self.score = score
        self.flaws = flaws
        self.threshold = threshold
        self.therapistMayCollect = therapistMayCollect
        self.collectorTeams = collectorTeams
        self.unaskedPhases = unaskedPhases
        self.basis = basis
    }
}

extension EpisodeEvent: Correctable {
    package typealias Command = EpisodeCommand

    package var name: EventName {
        switch self {
        case .referred: .referred
        case .screened: .screened
        case .allocated: .allocated
        case .treatmentStarted: .treatmentStarted
        case .phaseEntered: .phaseEntered
        case .stepPlanned: .stepPlanned
        case .contactRecorded: .contactRecorded
        case .interviewRecorded: .interviewRecorded
        case .closed: .closed
        case .followedUp: .followedUp
        case .participantJoined: .participantJoined
        case .participantLeft: .participantLeft
        case .factRecorded: .factRecorded
        case .factWithdrawn: .factWithdrawn
        case .moduleStarted: .moduleStarted
        case .moduleFinished: .moduleFinished
        case .moduleCountersigned: .moduleCountersigned
        case .moved: .episodeMoved
        case .corrected: .corrected
        }
    }

    package var correction: CorrectionSet<EpisodeEvent>? {
        guard case .corrected(let set) = self else { return nil }
        return set
    }
}

/// The stream of an episode.
package enum EpisodeStream: EventStream {
    package typealias Command = EpisodeCommand
    package typealias Event = EpisodeEvent
    package typealias Facts = EpisodeFacts
    package typealias Rules = Rulebook

    package static let name = StreamName.episode

    package static let beginning = EventName.referred
}
