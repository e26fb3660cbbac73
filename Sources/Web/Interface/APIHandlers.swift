import API
import Accounts
import Intervention
import NightlyJobs
import Practice
import Sites

/// What does each operation. A test holds that every operation has one.
struct APIHandlers: Sendable {
    /// Does an operation.
    typealias Handler = @Sendable (APICall) async throws -> APIAnswer

    let parts: WebParts

    var all: [OperationID: Handler] { reading.merging(writing) { first, _ in first } }

    private var reading: [OperationID: Handler] {
        let (sites, episodes) = (SiteOperations(parts: parts), EpisodeOperations(signIn: parts.door.signIn))
        let reports = ReportOperations(models: parts.models)
        return [
            .listSites: { try await sites.list($0) }, .showSite: { try await sites.show($0) },
            .listModels: { sites.models($0) }, .showModel: { try sites.model($0) },
            .listJobs: { try await sites.jobs($0) }, .showDuties: { try await sites.duties($0) },
            .listEpisodes: { try await episodes.list($0) }, .showEpisode: { try await episodes.show($0) },
            .exportEpisodes: { try await episodes.export($0) },
            .runSiteReport: { try await reports.ofSite($0) }, .runNetworkReport: { try await reports.ofNetwork($0) },
        ]
    }

    private var writing: [OperationID: Handler] {
        let writes = WriteOperations()
        return [
            .recordReferral: { try await writes.refer($0) },
            .recordScreening: { try await writes.record($0, WriteReading.screening) },
            .recordAllocation: { try await writes.record($0, WriteReading.allocation) },
            .startTreatment: { try await writes.record($0, WriteReading.start) },
            .enterPhase: { try await writes.record($0, WriteReading.phase) },
            .recordContact: { try await writes.record($0, WriteReading.contact) },
            .recordInterview: { try await writes.record($0, WriteReading.interview) },
            .closeEpisode: { try await writes.record($0, WriteReading.closing) },
            .recordFollowUp: { try await writes.record($0, WriteReading.followUp) },
        ]
    }
}
