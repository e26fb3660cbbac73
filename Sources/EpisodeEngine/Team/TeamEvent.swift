import CivilDate
import Intervention

/// What happened in a team.
package enum TeamEvent: Hashable, Sendable {
    /// It started its work under a model.
    case opened(TeamOpening)
    /// The weekly supervision was held.
    case supervisionHeld(TeamSession)
    /// The weekly consultation with the expert was held.
    case consultationHeld(TeamSession)
    /// The quarterly booster was held.
    case boosterHeld(TeamSession)
    /// A member of staff completed a training.
    case trainingCompleted(Training)
    /// The on-call rota was set from its first day on.
    case rotaSet(Rota)
    /// A measure of staff was returned; by whom is nowhere.
    case measureReturned(MeasureReturn)
    /// The programme reached a stage of its development.
    case siteStageReached(SiteStage)
    /// The licence was granted.
    case licenceGranted(LicenceTerm)
    /// The licence was renewed for a further term.
    case licenceRenewed(LicenceTerm)
    /// A partner agency was briefed.
    case briefingGiven(Briefing)
    /// A set of earlier events is replaced or withdrawn.
    case corrected(CorrectionSet<TeamEvent>)
}

extension TeamEvent: Correctable {
    package typealias Command = TeamCommand

    package var name: EventName {
        switch self {
        case .opened: .teamOpened
        case .supervisionHeld: .supervisionHeld
        case .consultationHeld: .consultationHeld
        case .boosterHeld: .boosterHeld
        case .trainingCompleted: .trainingCompleted
        case .rotaSet: .rotaSet
        case .measureReturned: .measureReturned
        case .siteStageReached: .siteStageReached
        case .licenceGranted: .licenceGranted
        case .licenceRenewed: .licenceRenewed
        case .briefingGiven: .briefingGiven
        case .corrected: .corrected
        }
    }

    package var correction: CorrectionSet<TeamEvent>? {
        guard case .corrected(let set) = self else { return nil }
        return set
    }
}

/// The stream of a team. Its timeline may reach back before the day on which it opened: the readiness review, the licence
/// and the orientation of its staff come first.
package enum TeamStream: EventStream {
    package typealias Command = TeamCommand
    package typealias Event = TeamEvent
    package typealias Facts = TeamFacts
    package typealias Rules = NoRules

    package static let name = StreamName.team

    package static let beginning = EventName.teamOpened
}

extension TeamCommand: StreamCommand {
    package var eventName: EventName {
        switch self {
        case .open: .teamOpened
        case .holdSupervision: .supervisionHeld
        case .holdConsultation: .consultationHeld
        case .holdBooster: .boosterHeld
        case .completeTraining: .trainingCompleted
        case .setRota: .rotaSet
        case .returnMeasure: .measureReturned
        case .reachStage: .siteStageReached
        case .grantLicence: .licenceGranted
        case .renewLicence: .licenceRenewed
        case .brief: .briefingGiven
        }
    }
}
