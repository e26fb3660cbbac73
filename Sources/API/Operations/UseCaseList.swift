/// Every use case of `Practice` by file and name, and where it is in the API. A test reads the files, so that a new one does
/// not go unnoticed.
package enum UseCaseList {
    /// Those that are operations, or parts of one.
    package static let operations: [String: [OperationID]] = [
        "Practice+ListSites.sites": [.listSites], "Practice+ShowSite.show": [.showSite],
        "Practice+Caseload.caseload": [.listEpisodes],
        "Practice+Export.beginExport": [.exportEpisodes, .exportInterviews, .exportEvents, .exportFacts],
        "Practice+ShowEpisode.episode": [.showEpisode], "Practice+Duties.duties": [.showDuties],
        "Practice+Report.report": [.runSiteReport, .runNetworkReport], "Practice+Night.nightSites": [.listJobs],
        "Practice+RecordOnce.referOnce": [.recordReferral],
        "Practice+RecordOnce.recordOnce": [
            .recordScreening, .recordAllocation, .startTreatment, .enterPhase, .recordContact, .recordInterview,
            .closeEpisode, .recordFollowUp, .planPhase, .joinParticipant, .leaveParticipant, .recordFact,
            .withdrawFact, .startModule, .finishModule, .countersignModule,
        ],
        "Practice+RecordOfOthersOnce.recordOnce": [
            .startPlacement, .endPlacement, .startProvision, .endProvision, .recordSchoolStatus, .recordOffence,
            .recordHousehold, .recordDeath, .recordTeamSession, .recordTraining, .setRota, .recordBriefing,
            .recordLicence, .reachStage,
        ],
        "Practice+SummaryTalk.summaryTalk": [.showSummaryTalk],
        "Practice+SummaryTalk.commentOnce": [.commentOnSummary],
        "Practice+SummaryTalk.discussOnce": [.discussSummary],
        "Practice+CorrectOnce.correctOnce": [.correctEpisode, .correctChild, .correctTeam],
        "Practice+CorrectOnce.moveOnce": [.moveEpisode], "Practice+MoveEpisode.preview": [.previewMove],
        "Practice+ShowRecord.child": [.showChild], "Practice+ShowRecord.team": [.showTeam],
        "Practice+ShowRecord.events": [.showEvents, .showChildEvents, .showTeamEvents],
        "Practice+ShowRecord.facts": [.showFacts], "Practice+Measures.measures": [.showMeasures],
        "Practice+People.search": [.searchPeople], "Practice+People.person": [.showPerson],
        "Practice+PeopleOnce.recordPersonOnce": [.recordPerson, .recordRelative],
        "Practice+OnCall.onCallTonight": [.showOnCall], "Practice+OnCall.handover": [.showHandover],
        "Practice+OnCall.recordCallOnce": [.recordCall], "Practice+OnCall.takeOverOnce": [.takeOverCalls],
        "Practice+InterviewList.interviewsDue": [.listInterviewsDue],
        "Practice+InterviewList.recordAttemptOnce": [.recordAttempt],
        "Practice+ReferralOwner.giveReferralOnce": [.giveReferral],
        "Practice+ReferralInbox.referralInbox": [.listReferrals], "Practice+ReferralInbox.referral": [.showReferral],
        "Practice+Closing.closingSheet": [.showClosing], "Practice+Closing.followUpsDue": [.listFollowUpsDue],
        "Practice+Reviews.freezeReviewOnce": [.freezeReview], "Practice+Editions.verify": [.verifyEdition],
        "Practice+Editions.difference": [.compareEditions],
        "AccountWork+Ties.tieOnce": [.barAccount, .liftBar, .relateAccount, .endRelation],
        "Practice+Screen.screen": [.screenReferral], "Practice+Instruments.instruments": [.listInstruments],
        "Practice+ShowSite.configuration": [.showConfiguration], "Practice+ShowSite.overrides": [.listOverrides],
        "Practice+Reviews.programmeReview": [.showProgrammeReview],
        "Practice+Reviews.frozenReview": [.showFrozenReview],
        "Practice+Outliers.outliers": [.listSiteOutliers, .listOutliers],
        "Practice+Outliers.answerOnce": [.answerOutlier],
        "Practice+Editions.editions": [.listSiteEditions, .listEditions], "Practice+Editions.edition": [.showEdition],
        "Practice+Editions.changedEpisodes": [.listEditionChanges], "Practice+Verify.verify": [.verifyRecord],
        "Practice+AccessLog.accessLog": [.showAccessLog], "Practice+AccessLog.accessAlerts": [.listAccessAlerts],
        "Practice+AccessLog.networkLog": [.showNetworkLog], "Practice+BreakGlass.openedRecords": [.listOpenedRecords],
        "Practice+BreakGlass.breakGlassOnce": [.openEpisode], "Practice+BreakGlass.closeGlassOnce": [.shutEpisode],
        "Practice+BreakGlass.reviewGlassOnce": [.reviewOpened], "Practice+Retention.retention": [.showRetention],
        "Practice+Retention.holdOnce": [.holdRecord], "Practice+Retention.releaseOnce": [.releaseRecord],
        "Practice+Licences.licences": [.listLicences], "Practice+Pipeline.pipeline": [.listProspects],
        "AccountWork+Opening.list": [.listAccounts],
        "AccountWork+Opening.show": [.showAccount], "AccountWork+Providers.listProviders": [.listProviders],
        "Practice+StaffSheet.staffSheet": [.showStaff], "Practice+Rota.rota": [.showRota],
        "Practice+SiteHistory.siteHistory": [.listConfigurations],
        "Practice+Reallocation.reallocation": [.previewReallocation],
        "Practice+Letters.referralLetter": [.showReferralLetter],
        "Practice+Letters.familyLetter": [.showFamilyLetter, .writeInvitation],
        "Practice+ApplySite.preview": [.previewConfiguration], "Practice+ApplySite.applyOnce": [.applyConfiguration],
        "Practice+Instruments.load": [.previewInstrument], "Practice+Instruments.loadOnce": [.loadInstrument],
        "Practice+Outliers.raiseOutliers": [.previewOutliers],
        "Practice+Outliers.raiseOutliersOnce": [.raiseOutliers], "Practice+Outliers.takeOnce": [.takeOutlierStep],
        "Practice+Editions.freeze": [.previewEdition], "Practice+Editions.freezeOnce": [.freezeEdition],
        "Practice+Pipeline.addProspectOnce": [.addProspect], "Practice+Pipeline.reachOnce": [.reachProspectStage],
        "Practice+Pipeline.voidOnce": [.voidProspectStage],
    ]

    /// Those that are a part of another's operation.
    private static let parts = [
        "AccountWork+Opening.sessions", "AccountWork+Opening.tokens", "Practice+Indicators.indicators",
        "Practice+Referrals.referrals", "Practice+CareDays.careDays", "Practice+Adherence.adherence",
        "Practice+Screen.enabledModels", "Practice+Closing.followUpOutcomes",
    ]

    /// The operations that read what the programme itself knows, and ask no use case.
    package static let withoutUseCase: Set<OperationID> = [.listModels, .showModel]

    /// Those that no client asks for, with the reason.
    package static let inside: [String: String] = listed([
        "an operation of another shows it too": parts,
        "programs do the same once under a key": [
            "Practice+Correct.correct", "Practice+Deaths.correctDeath", "Practice+Deaths.recordDeath",
            "Practice+RecordTeam.correct", "Practice+RecordTeam.record", "Practice+MoveEpisode.move",
            "Practice+BreakGlass.breakGlass", "Practice+BreakGlass.closeGlass", "Practice+BreakGlass.reviewGlass",
            "Practice+Retention.hold", "Practice+Retention.release", "Practice+Outliers.answer",
            "Practice+People.recordPerson", "Practice+OnCall.recordCall", "Practice+OnCall.takeOver",
            "Practice+InterviewList.recordAttempt", "Practice+Reviews.freezeReview", "AccountWork+Ties.tie",
            "Practice+ApplySite.apply", "Practice+Outliers.take", "Practice+Pipeline.addProspect",
            "Practice+Pipeline.reach", "Practice+Pipeline.void",
        ],
        "a page's view of what other operations tell apart": [
            "Practice+FamilyBoard.familyBoard", "Practice+FamilySheet.familySheet", "Practice+Find.findFamilies",
        ],
        "it has questions that are licensed to be asked, not to be handed on: programs send the answers": [
            "Practice+InterviewList.interviewForm", "Practice+CarerLinks.carerForm",
        ],
        "a carer's link is shown once on a page, to whoever sends it, and answered by a person without an account": [
            "Practice+CarerLinks.makeCarerLink", "Practice+CarerLinks.answer",
        ],
        "a key that is kept with the answer would say which rater gave which": ["Practice+ReturnMeasure.returnMeasure"],
        "it is what others are made of": [
            "Practice+Site.withSite", "Practice+Places.inScope", "Practice+Places.note", "Practice+Narrowed.narrowed",
            "Practice+RecordOnce.newID", "Practice+Night.now", "Practice+Record.record", "Practice+Editions.picked",
            "Practice+Editions.statuses", "Practice+Export.export",
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
            "Practice+Seal.audit", "Practice+Seal.auditNetwork",
        ],
        "it needs the second factor of a moment ago, which no program gives": [
            "AccountWork+Grants.cover", "AccountWork+Grants.grant", "AccountWork+Grants.revoke",
            "AccountWork+Opening.create", "AccountWork+Opening.disable", "AccountWork+Opening.enable",
            "AccountWork+Opening.endSessions", "AccountWork+Opening.link", "AccountWork+Opening.makeToken",
            "AccountWork+Opening.revokeToken", "AccountWork+Opening.setPassword", "AccountWork+Providers.addProvider",
            "AccountWork+Providers.link", "AccountWork+Providers.removeProvider", "AccountWork+Providers.unlink",
            "Practice+AccessLog.exportAccessLog", "Practice+SubjectAccess.subjectAccess",
            "Practice+Disposal.proposeDisposal", "Practice+Disposal.approveDisposal", "Practice+Disposal.dispose",
            "Practice+Disposal.withdrawDisposal",
        ],
        "what somebody wrote down today they put right on its page; a program corrects as a supervisor does": [
            "Practice+CorrectOnce.amendOnce"
        ],
        "drafts are what a page keeps of its own form; a program keeps what it has not sent itself": [
            "Practice+SummaryDrafts.summaryDrafts", "Practice+SummaryDrafts.saveDraft",
            "Practice+SummaryDrafts.dropDraft",
        ],
    ])

    private static func listed(_ groups: [String: [String]]) -> [String: String] {
        var all: [String: String] = [:]
        for (reason, names) in groups { for name in names { all[name] = reason } }
        return all
    }
}
