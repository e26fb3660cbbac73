import Intervention

extension EventName {
    /// The order among events of one day: what must come first comes first, whatever was entered first. A visit and
    /// the closing on the same day are legal in either order of entry. Only events of one stream are compared.
    var rank: Int {
        switch self {
        case .referred, .childRegistered, .teamOpened: 0
        // A declined family is an exception: see `Screening.rank`.
        case .screened, .householdLeft, .siteStageReached: 1
        case .allocated, .householdJoined, .licenceGranted: 2
        case .participantLeft, .placementEnded, .provisionEnded, .licenceRenewed: 3
        case .participantJoined, .placementStarted, .provisionStarted, .trainingCompleted: 4
        case .treatmentStarted, .schoolStatusRecorded, .rotaSet: 5
        case .phaseEntered, .offenceRecorded, .supervisionHeld, .consultationHeld, .boosterHeld, .briefingGiven: 6
        case .stepPlanned, .measureReturned: 7
        // Of one rank, so that links, trackers and modules of a day follow each other as they were entered.
        case .factRecorded, .factWithdrawn: 8
        case .moduleStarted, .moduleFinished, .moduleCountersigned: 9
        case .contactRecorded: 10
        case .interviewRecorded: 11
        // The day of a death is lived until then.
        case .closed, .childDied: 12
        case .followedUp: 13
        case .episodeMoved: 14
        case .corrected: 15
        }
    }
}
