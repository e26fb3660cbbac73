/// Every use case of `Practice` by file and name, and where it is in the API. A test reads the files, so that a new one does
/// not go unnoticed.
package enum UseCaseList {
    /// Those that are operations, or parts of one.
    package static let operations: [String: [OperationID]] = [
        "Practice+ListSites.sites": [.listSites], "Practice+ShowSite.show": [.showSite],
        "Practice+Caseload.caseload": [.listEpisodes, .exportEpisodes],
        "Practice+ShowEpisode.episode": [.showEpisode], "Practice+Duties.duties": [.showDuties],
        "Practice+Report.report": [.runSiteReport, .runNetworkReport], "Practice+Night.nightSites": [.listJobs],
        "Practice+RecordOnce.referOnce": [.recordReferral],
        "Practice+RecordOnce.recordOnce": [
            .recordScreening, .recordAllocation, .startTreatment, .enterPhase, .recordContact, .recordInterview,
            .closeEpisode, .recordFollowUp,
        ],
    ]

    /// The operations that read what the programme itself knows, and ask no use case.
    package static let withoutUseCase: Set<OperationID> = [.listModels, .showModel]

    /// Those that no client asks for, with the reason.
    package static let inside: [String: String] = listed([
        "it is what others are made of": [
            "Practice+Site.withSite", "Practice+Places.inScope", "Practice+Places.note", "Practice+Narrowed.narrowed",
            "Practice+RecordOnce.newID", "Practice+Night.now", "Practice+Record.record", "Practice+Editions.picked",
            "Practice+Editions.statuses",
        ],
        "the programme asks it by itself": [
            "Practice+Night.nightTerms", "Practice+Night.settled", "Practice+Night.withNight",
            "Practice+HasStaleRows.hasStaleRows", "Practice+MissingModels.missingModels",
            "Practice+ModelMisfits.misfits", "Practice+Instruments.misfit", "Practice+Seal.seal",
            "Practice+Seal.sealMark", "Practice+Seal.sealNetwork", "Practice+Seal.isSettled", "Practice+KeepModel.keep",
        ],
        "it needs the home's keys, which only its operator has": [
            "Practice+Keys.destroyedKeys", "Practice+Keys.reseal", "Practice+Keys.resealDoor",
            "Practice+Keys.rowsUnderMasters", "Practice+Rebuild.rebuild", "AccountWork+Demonstration.demonstrate",
        ],
        "it needs the second factor of a moment ago, which no program gives": [
            "AccountWork+Grants.cover", "AccountWork+Grants.grant", "AccountWork+Grants.revoke",
            "AccountWork+Opening.create", "AccountWork+Opening.disable", "AccountWork+Opening.enable",
            "AccountWork+Opening.endSessions", "AccountWork+Opening.link", "AccountWork+Opening.makeToken",
            "AccountWork+Opening.revokeToken", "AccountWork+Opening.setPassword", "AccountWork+Providers.addProvider",
            "AccountWork+Providers.link", "AccountWork+Providers.removeProvider", "AccountWork+Providers.unlink",
            "Practice+AccessLog.exportAccessLog", "Practice+SubjectAccess.subjectAccess",
        ],
    ])

    /// Those that clients will ask for and cannot yet, with what is missing.
    package static let notYet: [String: String] = listed([
        "accounts have pages and commands only": [
            "AccountWork+Opening.list", "AccountWork+Opening.sessions", "AccountWork+Opening.show",
            "AccountWork+Opening.tokens", "AccountWork+Providers.listProviders", "AccountWork+Grants.bar",
            "AccountWork+Grants.relate",
        ],
        "the access log has pages and commands only": [
            "Practice+AccessLog.accessAlerts", "Practice+AccessLog.accessLog", "Practice+AccessLog.networkLog",
            "Practice+BreakGlass.breakGlass", "Practice+BreakGlass.closeGlass", "Practice+BreakGlass.openedRecords",
            "Practice+BreakGlass.reviewGlass",
        ],
        "its table has no document yet": [
            "Practice+Adherence.adherence", "Practice+CareDays.careDays", "Practice+Indicators.indicators",
            "Practice+Referrals.referrals", "Practice+Measures.measures",
        ],
        "a correction names events, which no operation shows yet": [
            "Practice+Correct.correct", "Practice+Deaths.correctDeath", "Practice+RecordTeam.correct",
        ],
        "what is recorded of a child or a team has no version to match yet": [
            "Practice+Deaths.recordDeath", "Practice+RecordTeam.record", "Practice+ReturnMeasure.returnMeasure",
        ],
        "it has a preview and a confirmation of its own": [
            "Practice+MoveEpisode.move", "Practice+MoveEpisode.preview", "Practice+ApplySite.apply",
            "Practice+Instruments.load", "Practice+Disposal.approveDisposal", "Practice+Disposal.dispose",
            "Practice+Disposal.proposeDisposal", "Practice+Disposal.withdrawDisposal", "Practice+Retention.hold",
            "Practice+Retention.release",
        ],
        "who people are goes over pages and commands only": [
            "Practice+People.person", "Practice+People.recordPerson", "Practice+People.search",
        ],
        "its operation is not written yet": [
            "Practice+Screen.screen", "Practice+Screen.enabledModels", "Practice+Instruments.instruments",
            "Practice+Outliers.answer", "Practice+Outliers.outliers", "Practice+Outliers.raiseOutliers",
            "Practice+Outliers.take", "Practice+Pipeline.addProspect", "Practice+Pipeline.pipeline",
            "Practice+Pipeline.reach", "Practice+Pipeline.void", "Practice+Retention.retention",
            "Practice+ShowSite.configuration", "Practice+ShowSite.overrides", "Practice+Verify.verify",
            "Practice+Seal.audit", "Practice+Seal.auditNetwork", "Practice+Editions.freeze",
            "Practice+Editions.editions", "Practice+Editions.edition", "Practice+Editions.verify",
            "Practice+Editions.difference", "Practice+Editions.changedEpisodes", "Practice+Reviews.programmeReview",
            "Practice+Reviews.freezeReview", "Practice+Reviews.frozenReview",
        ],
    ])

    private static func listed(_ groups: [String: [String]]) -> [String: String] {
        var all: [String: String] = [:]
        for (reason, names) in groups { for name in names { all[name] = reason } }
        return all
    }
}
