import Intervention

extension TeamEvent {
    package var command: TeamCommand? {
        switch self {
        case .opened(let opening): .open(opening)
        case .supervisionHeld(let session): .holdSupervision(session)
        case .consultationHeld(let session): .holdConsultation(session)
        case .boosterHeld(let session): .holdBooster(session)
        case .trainingCompleted(let training): .completeTraining(training)
        case .rotaSet(let rota): .setRota(rota)
        case .measureReturned(let measure): .returnMeasure(measure)
        case .siteStageReached(let stage): .reachStage(stage)
        case .licenceGranted(let term): .grantLicence(term)
        case .licenceRenewed(let term): .renewLicence(term)
        case .briefingGiven(let briefing): .brief(briefing)
        case .corrected: nil
        }
    }
}
