import Intervention

extension EventName {
    /// The order among events of one day: what must come first comes first, whatever was entered first. A visit and
    /// the closing on the same day are legal in either order of entry.
    var rank: Int {
        switch self {
        case .referred, .childRegistered, .teamOpened: 0
        case .screened, .householdLeft, .siteStageReached: 1
        case .allocated, .householdJoined, .licenceGranted: 2
        case .treatmentStarted, .placementEnded, .provisionEnded, .licenceRenewed: 3
        case .phaseEntered, .placementStarted, .provisionStarted, .trainingCompleted: 4
        case .stepPlanned, .schoolStatusRecorded, .rotaSet: 5
        case .contactRecorded, .offenceRecorded, .supervisionHeld, .consultationHeld, .boosterHeld, .briefingGiven: 6
        case .interviewRecorded, .measureReturned: 7
        case .closed: 8
        case .followedUp: 9
        case .corrected: 10
        }
    }
}
