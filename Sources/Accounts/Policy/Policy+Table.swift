extension Policy {
    private static let whole: Set<Aspect> = [.identity, .narrative, .record, .scores]
    private static let withoutScores: Set<Aspect> = [.identity, .narrative, .record]
    private static let withoutIdentity: Set<Aspect> = [.narrative, .record, .scores]

    /// Those who work with a family: its therapist, who carries the telephone, the team's supervisor, and whoever broke the
    /// glass (`clinical.md` 7.2).
    private static let workers: [Rule] = [
        Rule(.therapist, .ownEpisode, whole), Rule(.therapist, .onCall, withoutScores),
        Rule(.supervisor, .ownTeam, whole), Rule(.supervisor, .onCall, withoutScores),
        Rule(.therapist, .brokeGlass, withoutScores), Rule(.supervisor, .brokeGlass, withoutScores),
        Rule(.siteManager, .brokeGlass, withoutScores),
    ]

    /// Those who answer a team's telephone, whether they carry it today or the families are theirs; scores are no part of it.
    private static let onCall: [Rule] = [
        Rule(.therapist, .ownEpisode, withoutScores), Rule(.therapist, .onCall, withoutScores),
        Rule(.supervisor, .ownTeam, withoutScores), Rule(.supervisor, .onCall, withoutScores),
    ]

    /// Who may do what, under which relation, and what of it they see. What is not here is refused.
    package static func rules(of action: Action) -> [Rule] {
        switch action {
        case .showEpisode, .showPerson:
            workers + [Rule(.siteManager, .ownSite, withoutScores), Rule(.expert, .ownTeam, withoutIdentity)]
        case .recordEpisode, .recordChild, .recordPerson:
            [
                Rule(.therapist, .ownEpisode, whole), Rule(.therapist, .onCall, withoutScores),
                Rule(.supervisor, .ownTeam, whole),
            ]
        case .correctEpisode, .moveEpisode, .reallocate, .countersignModule, .discussSummary:
            [Rule(.supervisor, .ownTeam, whole)]
        case .commentSummary:
            [
                Rule(.therapist, .ownEpisode, whole), Rule(.supervisor, .ownTeam, whole),
                Rule(.expert, .ownTeam, withoutIdentity),
            ]
        case .recordReferral, .screenReferral, .showReferrals:
            [Rule(.supervisor, .ownSite, withoutScores), Rule(.siteManager, .ownSite, withoutScores)]
        case .giveReferral:
            [Rule(.supervisor, .ownTeam, withoutScores), Rule(.siteManager, .ownSite, withoutScores)]
        case .recordTeam: [Rule(.supervisor, .ownTeam, [.record]), Rule(.siteManager, .ownSite, [.record])]
        case .showDuties:
            [
                Rule(.therapist, .ownEpisode, [.record]), Rule(.supervisor, .ownTeam, [.record]),
                Rule(.siteManager, .ownSite, [.record]),
            ]
        case .showInterviewsDue:
            [Rule(.interviewer, .ownSite, [.identity]), Rule(.supervisor, .ownTeam, [.identity, .record])]
        case .recordInterview: [Rule(.interviewer, .ownSite, [.record]), Rule(.supervisor, .ownTeam, whole)]
        case .showOnCall: onCall + [Rule(.siteManager, .ownSite, withoutScores)]
        case .recordOnCall: onCall
        case .showMeasures: [Rule(.supervisor, .ownTeam, [.staffMeasures]), Rule(.expert, .ownTeam, [.staffMeasures])]
        case .returnMeasure:
            [Rule(.therapist, .themselves, [.staffMeasures]), Rule(.supervisor, .themselves, [.staffMeasures])]
        case .search:
            workers + [
                Rule(.siteManager, .ownSite, [.identity, .record]), Rule(.governance, .ownSite, [.identity, .record]),
            ]
        case .report:
            [
                Rule(.therapist, .ownTeam), Rule(.supervisor, .ownSite), Rule(.expert, .ownTeam),
                Rule(.siteManager, .ownSite),
                Rule(.governance, .ownSite),
            ]
        case .networkReport, .showNetworkLog: [Rule(.networkAnalyst, .network)]
        case .contractReport: [Rule(.commissioner, .network)]
        case .freezeReview: [Rule(.siteManager, .ownSite)]
        case .showOutliers:
            [Rule(.supervisor, .ownSite), Rule(.siteManager, .ownSite), Rule(.governance, .ownSite)]
        case .answerOutlier: [Rule(.siteManager, .ownSite)]
        case .reviewOutliers, .freezeEdition: [Rule(.networkAnalyst, .network)]
        case .showEdition: [Rule(.networkAnalyst, .network), Rule(.commissioner, .network)]
        case .readEdition: [Rule(.siteManager, .ownSite)]
        case .importFile, .exportRecord: [Rule(.siteManager, .ownSite, whole)]
        case .showSite:
            [.therapist, .supervisor, .expert, .siteManager, .interviewer, .governance, .administrator]
                .map { Rule($0, .ownSite) }
        case .showInstruments:
            [.therapist, .supervisor, .expert, .siteManager, .administrator].map { Rule($0, .ownSite) }
        case .configureSite, .configureInstruments, .configureModels: [Rule(.administrator, .ownSite)]
        case .listSites: [Rule(.networkAnalyst, .network)]
        case .managePipeline: [Rule(.networkAnalyst, .network)]
        case .verify, .showJobs: [.siteManager, .governance, .administrator].map { Rule($0, .ownSite) }
        case .runJobs: [Rule(.administrator, .ownSite)]
        case .rebuild, .simulate, .manageKeys: []
        case .showAccounts: [.siteManager, .governance, .administrator].map { Rule($0, .ownSite) }
        case .manageAccounts: [Rule(.administrator, .ownSite)]
        case .manageOwnAccount: Role.allCases.map { Rule($0, .themselves) }
        case .manageTokens: [Rule(.administrator, .ownSite)]
        case .barPerson: [Rule(.supervisor, .ownTeam), Rule(.siteManager, .ownSite), Rule(.governance, .ownSite)]
        case .breakGlass: [Rule(.therapist, .ownSite), Rule(.supervisor, .ownSite), Rule(.siteManager, .ownSite)]
        case .reviewGlass: [Rule(.governance, .ownSite, [.narrative]), Rule(.siteManager, .ownSite)]
        case .showAccessLog, .exportAccessLog: [Rule(.governance, .ownSite)]
        case .subjectAccess: [Rule(.governance, .ownSite, whole)]
        case .showRetention, .proposeDisposal: [Rule(.governance, .ownSite, [.record])]
        case .holdRecord: [Rule(.governance, .ownSite, [.narrative])]
        case .approveDisposal: [Rule(.governance, .ownSite, [.record]), Rule(.siteManager, .ownSite, [.record])]
        }
    }

    /// What is said of an action whoever asks.
    package static func traits(of action: Action) -> ActionTraits {
        switch action {
        case .showEpisode, .showPerson, .showDuties, .showInterviewsDue, .showMeasures, .showOnCall, .showReferrals,
            .search, .reallocate, .subjectAccess:
            ActionTraits(stepUp: action == .subjectAccess)
        case .screenReferral: ActionTraits(looked: false)
        case .recordEpisode, .correctEpisode, .moveEpisode, .countersignModule, .commentSummary, .discussSummary,
            .recordReferral, .giveReferral, .recordChild, .recordTeam, .recordInterview, .recordOnCall, .recordPerson,
            .importFile:
            ActionTraits(writes: true)
        case .returnMeasure: ActionTraits(writes: true, looked: false, whole: true)
        case .report: ActionTraits(whole: true)
        case .exportRecord, .exportAccessLog: ActionTraits(stepUp: true)
        case .showAccessLog, .showAccounts, .showRetention: ActionTraits()
        case .networkReport, .contractReport, .showNetworkLog, .showEdition: ActionTraits(network: true)
        case .freezeReview: ActionTraits(writes: true, whole: true)
        case .showOutliers: ActionTraits(looked: false, whole: true)
        case .answerOutlier: ActionTraits(writes: true, looked: false, whole: true)
        case .reviewOutliers, .freezeEdition: ActionTraits(writes: true, network: true)
        case .readEdition: ActionTraits(whole: true)
        case .listSites: ActionTraits(looked: false, network: true)
        case .managePipeline, .simulate: ActionTraits(writes: true, looked: false, network: true)
        case .showSite, .showInstruments, .showJobs, .verify: ActionTraits(looked: false, whole: true)
        case .configureSite, .configureInstruments, .configureModels, .runJobs, .rebuild:
            ActionTraits(writes: true, whole: true)
        case .manageAccounts, .manageTokens: ActionTraits(writes: true, stepUp: true, forOthersOnly: true)
        case .manageKeys: ActionTraits(writes: true, stepUp: true, whole: true)
        case .manageOwnAccount: ActionTraits(writes: true)
        case .barPerson: ActionTraits(writes: true, forOthersOnly: true)
        case .breakGlass, .reviewGlass, .holdRecord: ActionTraits(writes: true)
        case .proposeDisposal, .approveDisposal: ActionTraits(writes: true, stepUp: true)
        }
    }
}
