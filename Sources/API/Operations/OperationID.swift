/// What can be done over the API, each once. Routes, handlers and the document are made from the same list, so that none
/// of them can have what the others lack.
package enum OperationID: String, CaseIterable, Hashable, Sendable {
    // Reading
    case listSites
    case showSite
    case listModels
    case showModel
    case listEpisodes
    case showEpisode
    case showDuties
    case runSiteReport
    case runNetworkReport
    case listJobs
    case exportEpisodes
    // Writing
    case recordReferral
    case recordScreening
    case recordAllocation
    case startTreatment
    case enterPhase
    case recordContact
    case recordInterview
    case closeEpisode
    case recordFollowUp
}
