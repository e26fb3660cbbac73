import Intervention

extension EpisodeEvent {
    package var command: EpisodeCommand? {
        switch self {
        case .referred(let referral, _): .refer(referral)
        case .screened(let screening): .screen(screening)
        case .allocated(let allocation): .allocate(allocation)
        case .treatmentStarted: .startTreatment
        case .phaseEntered(let phase, _): .enterPhase(phase)
        case .stepPlanned(let step): .plan(step)
        case .contactRecorded(let contact): .recordContact(contact)
        case .interviewRecorded(let judged): .recordInterview(judged.interview)
        case .closed(let closing, _, _): .close(closing)
        case .followedUp(let followUp, _): .followUp(followUp)
        case .participantJoined(let participant): .join(participant)
        case .participantLeft(let id): .leave(id)
        case .factRecorded(let fact, _, _): .recordFact(fact)
        case .factWithdrawn(let id): .withdrawFact(id)
        case .moduleStarted(let start, _, _): .startModule(start)
        case .moduleFinished(let finish, _): .finishModule(finish)
        case .moduleCountersigned(let signature): .countersign(signature)
        case .moved(let move): .move(move)
        case .corrected: nil
        }
    }
}
