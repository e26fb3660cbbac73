extension EventName {
    /// What happened, as people say it: `interview`, `start of treatment`.
    var words: String {
        switch self {
        case .referred: "referral"
        case .screened: "decision"
        case .allocated: "allocation"
        case .treatmentStarted: "start of treatment"
        case .phaseEntered: "change of phase"
        case .stepPlanned: "planned step"
        case .contactRecorded: "contact"
        case .interviewRecorded: "interview"
        case .closed: "closing"
        case .followedUp: "follow-up"
        case .participantJoined: "joining of a participant"
        case .participantLeft: "leaving of a participant"
        case .factRecorded: "fact"
        case .factWithdrawn: "withdrawal of a fact"
        case .moduleStarted: "start of a module"
        case .moduleFinished: "end of a module"
        case .moduleCountersigned: "countersignature"
        case .episodeMoved: "move to other versions"
        case .childRegistered: "registration of the child"
        case .householdJoined: "joining of a household"
        case .householdLeft: "leaving of a household"
        case .placementStarted: "start of a placement"
        case .placementEnded: "end of a placement"
        case .provisionStarted: "start of provision"
        case .provisionEnded: "end of provision"
        case .schoolStatusRecorded: "school status"
        case .offenceRecorded: "offence"
        case .childDied: "death"
        default: teamWords
        }
    }

    private var teamWords: String {
        switch self {
        case .teamOpened: "opening of the team"
        case .supervisionHeld: "supervision"
        case .consultationHeld: "consultation"
        case .boosterHeld: "booster"
        case .trainingCompleted: "training"
        case .rotaSet: "rota"
        case .measureReturned: "return of a measure"
        case .siteStageReached: "stage of the site"
        case .licenceGranted: "grant of the licence"
        case .licenceRenewed: "renewal of the licence"
        case .briefingGiven: "briefing"
        case .corrected: "correction"
        default: rawValue.split(separator: "-").joined(separator: " ")
        }
    }
}
