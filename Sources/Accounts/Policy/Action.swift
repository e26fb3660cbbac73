/// Everything that can be asked of Homeward, each once. Every use case names its action; the walks in the tests go over
/// this list, so what is not here does not exist.
package enum Action: String, CaseIterable, Hashable, Sendable {
    // The record
    case showEpisode = "episode.show"
    case recordEpisode = "episode.record"
    case correctEpisode = "episode.correct"
    case moveEpisode = "episode.move"
    case recordReferral = "referral.record"
    case screenReferral = "referral.screen"
    case recordChild = "child.record"
    case recordTeam = "team.record"
    case showDuties = "duties.show"
    case showInterviewsDue = "interviews.due"
    case recordInterview = "interview.record"
    case showMeasures = "measures.show"
    case returnMeasure = "measure.return"
    // People
    case search = "people.search"
    case showPerson = "person.show"
    case recordPerson = "person.record"
    // Figures
    case report = "report.run"
    case networkReport = "report.network"
    case contractReport = "report.contract"
    case showOutliers = "outliers.show"
    case answerOutlier = "outliers.answer"
    case reviewOutliers = "outliers.review"
    // Files
    case importFile = "file.import"
    case exportRecord = "record.export"
    // The site
    case showSite = "site.show"
    case configureSite = "site.configure"
    case showInstruments = "instruments.show"
    case configureInstruments = "instruments.configure"
    case configureModels = "models.configure"
    case listSites = "sites.list"
    case managePipeline = "pipeline.manage"
    case simulate = "network.simulate"
    // The record's soundness, and nights
    case verify = "record.verify"
    case rebuild = "record.rebuild"
    case showJobs = "jobs.show"
    case runJobs = "jobs.run"
    // Accounts and access
    case showAccounts = "accounts.show"
    case manageAccounts = "accounts.manage"
    case manageOwnAccount = "account.own"
    case manageTokens = "tokens.manage"
    case barPerson = "access.bar"
    case breakGlass = "access.break-glass"
    case reviewGlass = "access.review"
    case showAccessLog = "access-log.show"
    case exportAccessLog = "access-log.export"
    case showNetworkLog = "access-log.network"
    case manageKeys = "keys.manage"
    // Information governance
    case subjectAccess = "subject-access.run"
    case showRetention = "retention.show"
    case holdRecord = "retention.hold"
    case proposeDisposal = "retention.propose"
    case approveDisposal = "retention.approve"
}
