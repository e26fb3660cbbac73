import API
import Accounts
import EpisodeStore
import Intervention
import NightlyJobs
import Practice
import Sites

/// What does each operation. A test holds that every operation has one.
struct APIHandlers: Sendable {
    /// Does an operation.
    typealias Handler = @Sendable (APICall) async throws -> APIAnswer

    let parts: WebParts
    /// The program's version, as people read it.
    let version: String

    var all: [OperationID: Handler] {
        let groups = [
            reading, exporting, ofRecord, ofSummaries, ofSite, ofOversight, writing, ofOthers, workingDay, ofOffice,
            ofNetwork,
        ]
        return groups.reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }
    }

    private var exporting: [OperationID: Handler] {
        let exports = ExportOperations()
        return [
            .exportEpisodes: { try await exports.export(.episodes, $0) },
            .exportInterviews: { try await exports.export(.interviews, $0) },
            .exportEvents: { try await exports.export(.events, $0) },
            .exportFacts: { try await exports.export(.facts, $0) },
        ]
    }

    private var reading: [OperationID: Handler] {
        let (sites, episodes) = (SiteOperations(parts: parts), EpisodeOperations(signIn: parts.door.signIn))
        let reports = ReportOperations(models: parts.models)
        return [
            .listSites: { try await sites.list($0) }, .showSite: { try await sites.show($0) },
            .listModels: { sites.models($0) }, .showModel: { try sites.model($0) },
            .listJobs: { try await sites.jobs($0) }, .showDuties: { try await sites.duties($0) },
            .listEpisodes: { try await episodes.list($0) }, .showEpisode: { try await episodes.show($0) },
            .runSiteReport: { try await reports.ofSite($0) }, .runNetworkReport: { try await reports.ofNetwork($0) },
        ]
    }

    private var writing: [OperationID: Handler] {
        let writes = WriteOperations()
        let ofEpisode: [OperationID: WriteReading.Form<EpisodeWrite>] = [
            .recordScreening: WriteReading.screening, .recordAllocation: WriteReading.allocation,
            .startTreatment: WriteReading.start, .enterPhase: WriteReading.phase,
            .recordContact: WriteReading.contact, .recordInterview: WriteReading.interview,
            .closeEpisode: WriteReading.closing, .recordFollowUp: WriteReading.followUp,
            .planPhase: WriteReading.plan, .joinParticipant: WriteReading.participant,
            .leaveParticipant: WriteReading.leaving, .recordFact: WriteReading.fact,
            .withdrawFact: WriteReading.factWithdrawal, .startModule: WriteReading.moduleStart,
            .finishModule: WriteReading.moduleFinish, .countersignModule: WriteReading.countersignature,
        ]
        var all: [OperationID: Handler] = ofEpisode.mapValues { form in
            { call in try await writes.record(call, form) }
        }
        all[.recordReferral] = { try await writes.refer($0) }
        all[.correctEpisode] = { try await writes.correctEpisode($0) }
        all[.moveEpisode] = { try await writes.move($0) }
        return all
    }

    private var ofOthers: [OperationID: Handler] {
        let writes = WriteOperations()
        let ofChild: [OperationID: WriteReading.OfChild] = [
            .startPlacement: WriteReading.placement, .endPlacement: WriteReading.placementEnd,
            .startProvision: WriteReading.provision, .endProvision: WriteReading.provisionEnd,
            .recordSchoolStatus: WriteReading.schoolStatus, .recordOffence: WriteReading.offence,
            .recordHousehold: WriteReading.household, .recordDeath: WriteReading.death,
        ]
        let ofTeam: [OperationID: WriteReading.OfTeam] = [
            .recordTeamSession: WriteReading.teamSession, .recordTraining: WriteReading.training,
            .setRota: WriteReading.rota, .recordBriefing: WriteReading.briefing,
            .recordLicence: WriteReading.licence, .reachStage: WriteReading.stage,
        ]
        var all: [OperationID: Handler] = ofChild.mapValues { form in
            { call in try await writes.recordChild(call, form) }
        }
        for (id, form) in ofTeam { all[id] = { call in try await writes.recordTeam(call, form) } }
        all[.correctChild] = { try await writes.correctChild($0) }
        all[.correctTeam] = { try await writes.correctTeam($0) }
        return all
    }

    private var ofRecord: [OperationID: Handler] {
        let record = RecordOperations()
        return [
            .showFacts: { try await record.facts($0) }, .showEvents: { try await record.events($0) },
            .previewMove: { try await record.previewMove($0) }, .showChild: { try await record.child($0) },
            .showChildEvents: { try await record.childEvents($0) }, .showTeam: { try await record.team($0) },
            .showTeamEvents: { try await record.teamEvents($0) }, .showMeasures: { try await record.measures($0) },
            .searchPeople: { try await record.search($0) }, .showPerson: { try await record.person($0) },
            .screenReferral: { try await record.screen($0) },
        ]
    }

    private var ofSummaries: [OperationID: Handler] {
        let summaries = SummaryOperations()
        return [
            .showSummaryTalk: { try await summaries.talk($0) }, .commentOnSummary: { try await summaries.comment($0) },
            .discussSummary: { try await summaries.discuss($0) },
        ]
    }

    private var ofSite: [OperationID: Handler] {
        let (site, editions) = (SetupOperations(), EditionOperations(program: version))
        return [
            .listInstruments: { try await site.instruments($0) },
            .showConfiguration: { try await site.configuration($0) },
            .listOverrides: { try await site.overrides($0) }, .showProgrammeReview: { try await site.review($0) },
            .showFrozenReview: { try await site.frozenReview($0) },
            .listSiteOutliers: { try await site.outliers($0) }, .listSiteEditions: { try await site.editions($0) },
            .listEditionChanges: { try await site.editionChanges($0) },
            .verifyRecord: { try await site.verify($0) },
            .listOutliers: { try await site.networkOutliers($0) },
            .listLicences: { try await site.licences($0) }, .listProspects: { try await site.prospects($0) },
            .listEditions: { try await editions.list($0) }, .showEdition: { try await editions.show($0) },
            .verifyEdition: { try await editions.verify($0) }, .compareEditions: { try await editions.compare($0) },
        ]
    }

    private var ofOversight: [OperationID: Handler] {
        let oversight = OversightOperations()
        return [
            .showAccessLog: { try await oversight.accessLog($0) },
            .listAccessAlerts: { try await oversight.alerts($0) },
            .listOpenedRecords: { try await oversight.openedRecords($0) },
            .showRetention: { try await oversight.retention($0) },
            .listAccounts: { try await oversight.accounts($0) }, .showAccount: { try await oversight.account($0) },
            .listProviders: { try await oversight.providers($0) },
            .showNetworkLog: { try await oversight.networkLog($0) },
            .openEpisode: { try await oversight.open($0) }, .shutEpisode: { try await oversight.shut($0) },
            .reviewOpened: { try await oversight.review($0) }, .holdRecord: { try await oversight.hold($0) },
            .releaseRecord: { try await oversight.release($0) },
            .answerOutlier: { try await oversight.answerOutlier($0) },
        ]
    }

    private var workingDay: [OperationID: Handler] {
        let (day, record) = (WorkingDayOperations(), RecordOperations())
        return [
            .listReferrals: { try await day.referrals($0) }, .showReferral: { try await day.referral($0) },
            .listInterviewsDue: { try await day.interviewsDue($0) }, .showClosing: { try await day.closing($0) },
            .listFollowUpsDue: { try await day.followUpsDue($0) }, .showOnCall: { try await day.onCall($0) },
            .showHandover: { try await day.handover($0) }, .recordCall: { try await day.recordCall($0) },
            .takeOverCalls: { try await day.takeOver($0) }, .recordAttempt: { try await day.recordAttempt($0) },
            .giveReferral: { try await day.giveReferral($0) }, .freezeReview: { try await day.freezeReview($0) },
            .barAccount: { try await day.tie($0, by: .bar, end: false) },
            .liftBar: { try await day.tie($0, by: .bar, end: true) },
            .relateAccount: { try await day.tie($0, by: .kinship, end: false) },
            .endRelation: { try await day.tie($0, by: .kinship, end: true) },
            .recordPerson: { try await record.recordPerson($0) },
            .recordRelative: { try await record.recordRelative($0) },
        ]
    }

    private var ofOffice: [OperationID: Handler] {
        let (office, files) = (OfficeOperations(), FileOperations(models: parts.models))
        return [
            .showStaff: { try await office.staff($0) }, .showRota: { try await office.rota($0) },
            .listConfigurations: { try await office.configurations($0) },
            .previewReallocation: { try await office.reallocation($0) },
            .showReferralLetter: { try await office.referralLetter($0) },
            .showFamilyLetter: { try await office.familyLetter($0) },
            .writeInvitation: { try await office.invitation($0) },
            .previewConfiguration: { try await files.previewConfiguration($0) },
            .applyConfiguration: { try await files.applyConfiguration($0) },
            .previewInstrument: { try await files.previewInstrument($0) },
            .loadInstrument: { try await files.loadInstrument($0) },
        ]
    }

    private var ofNetwork: [OperationID: Handler] {
        let network = NetworkOperations(program: version, models: parts.models)
        return [
            .previewOutliers: { try await network.previewOutliers($0) },
            .raiseOutliers: { try await network.raiseOutliers($0) },
            .takeOutlierStep: { try await network.takeStep($0) },
            .previewEdition: { try await network.previewEdition($0) },
            .freezeEdition: { try await network.freezeEdition($0) },
            .addProspect: { try await network.addProspect($0) },
            .reachProspectStage: { try await network.reachStage($0) },
            .voidProspectStage: { try await network.voidStage($0) },
        ]
    }
}
