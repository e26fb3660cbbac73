import Accounts

extension AccessPath {
    /// The ways to do an action, for each action that there is: a new one does not compile before it is told here.
    static func all(of action: Action) -> [AccessPath] {
        let found = useCases(of: action)
        guard !Policy.traits(of: action).isOfNetwork else { return found }
        let isAboutFamilies = found.contains { $0.reach == .family || $0.reach == .person }
        return isAboutFamilies || found.isEmpty ? found + gates(of: action) : found
    }

    /// The use cases of an action. Those without one are asked for at the gate alone: they have no use case in `Practice`
    /// (oneself, at the pages of one's own account), or one that needs a file or a form, which begins with the same gate.
    private static func useCases(of action: Action) -> [AccessPath] {
        switch action {
        case .showEpisode: showEpisode
        case .recordEpisode: recordEpisode + ofDrafts
        case .correctEpisode: correctEpisode
        case .moveEpisode: moveEpisode
        case .reallocate: reallocate
        case .countersignModule: countersignModule
        case .commentSummary: commentSummary
        case .discussSummary: discussSummary
        case .recordReferral: recordReferral
        case .screenReferral: screenReferral
        case .recordChild: recordChild
        case .recordTeam: recordTeam
        case .showDuties: showDuties
        case .showReferrals: showReferrals
        case .giveReferral: giveReferral
        case .showInterviewsDue: showInterviewsDue
        case .recordInterview: recordInterview
        case .showOnCall: showOnCall
        case .recordOnCall: recordOnCall
        case .showMeasures: showMeasures
        case .search: search
        case .showPerson: showPerson
        case .recordPerson: recordPerson
        case .report: report
        case .networkReport: networkReport
        case .showSite: showSite
        case .configureSite: configureSite
        case .showInstruments: showInstruments
        case .managePipeline: managePipeline
        case .freezeReview: freezeReview
        case .showOutliers: showOutliers
        case .answerOutlier: answerOutlier
        case .reviewOutliers: reviewOutliers
        case .freezeEdition: freezeEdition
        case .showEdition: showEdition
        case .readEdition: readEdition
        case .verify: verify
        case .rebuild: rebuild
        case .showJobs: showJobs
        case .runJobs: runJobs
        case .showAccounts: showAccounts
        case .manageAccounts: manageAccounts
        case .manageTokens: manageTokens
        case .barPerson: barPerson
        case .manageKeys: manageKeys
        case .subjectAccess: subjectAccess
        case .showRetention: showRetention
        case .holdRecord: holdRecord
        case .proposeDisposal: proposeDisposal
        case .approveDisposal: approveDisposal
        case .breakGlass: breakGlass
        case .reviewGlass: reviewGlass
        case .showAccessLog: showAccessLog
        case .exportAccessLog: exportAccessLog
        case .showNetworkLog: showNetworkLog
        case .returnMeasure, .contractReport, .importFile, .exportRecord,
            .configureInstruments, .configureModels, .listSites, .simulate, .manageOwnAccount:
            []
        }
    }
}
