import CivilDate

/// Why the engine or a model does not accept a command. A refusal changes nothing.
public enum Refusal: Error, Hashable, Sendable {
    /// The day lies after today.
    case inFuture(CivilDate, today: CivilDate)
    /// The stream has no first event yet.
    case notBegun
    /// The stream has its first event already.
    case alreadyBegun
    /// The day lies before the first event of the stream.
    case beforeBeginning(CivilDate, began: CivilDate)
    /// The step is not in the model's graph.
    case illegalStep(PhaseStep.Kind, from: PhaseID)
    /// The phase cannot be entered from where the episode is on that day.
    case illegalPhase(PhaseID, from: PhaseID)
    /// What is recorded needs another phase than the episode is in on that day.
    case wrongPhase(EventName, PhaseID)
    /// There is a decision already.
    case alreadyDecided
    /// The model of a started episode cannot change.
    case modelChanged
    /// The model has no such closure reason.
    case unknownClosureReason(ClosureReasonID)
    /// The model has no such outcome.
    case unknownOutcome(OutcomeKey)
    /// The model has no such instrument.
    case unknownInstrument(InstrumentID)
    /// The model has no such phase.
    case unknownPhase(PhaseID)
    /// A planned day lies before the day of planning.
    case plannedBeforePlanning(CivilDate)
    /// Completed interviews have a respondent and an answer; others, and follow-ups not collected, have no answer.
    case answerDoesNotMatchResult
    /// The number of items is not the instrument's.
    case wrongNumberOfItems(given: Int, wanted: Int)
    /// The definition that an interview was scored by is not there any more, so its correction cannot be scored.
    case unknownDefinition(InstrumentID, InstrumentVersion)
    /// An episode that was closed before a first session has nothing to be followed up.
    case neverStarted
    /// The same thing is recorded already.
    case recordedAlready(EventName)
    /// No spell of that id had begun before the day on which it is said to end.
    case unknownPlacement
    /// No provision of that id had begun before the day on which it is said to end.
    case unknownProvision
    /// The spell would end on or before the day it began.
    case endsBeforeStart
    /// Nothing of the kind begins after the child's death.
    case afterDeath(on: CivilDate)
    /// The spell would overlap another of the same child.
    case overlaps(startedOn: CivilDate)
    /// No new episode can begin on that day with the team.
    case notLicensed(LicenceStanding.Obstacle, on: CivilDate)
    /// There is no licence by that day that could be renewed.
    case noLicenceToRenew
    /// A renewal would not end later than the licence that stands.
    case renewalEndsEarlier(CivilDate, standing: CivilDate)
    /// The correction names a place in the stream that has no event.
    case unknownEvent(StreamSeq)
    /// The correction names an event twice, or one that it cannot name: a correction, the first event to withdraw it, one
    /// withdrawn already to withdraw it again, or one of another kind.
    case notCorrectable(StreamSeq)
    /// The correction replaces and withdraws nothing.
    case emptyCorrection
    /// Events of the stream would no longer fit.
    case noLongerFits([Misfit])
    /// A rule of the model forbids it.
    case modelRule(code: String, sentence: String)
    /// The model records no facts of that kind.
    case unknownFact(FactKind)
    /// The fact is not about somebody whom its kind can be about.
    case wrongSubject(FactKind)
    /// A field that the kind needs is missing.
    case missingField(FactKind, FieldKey)
    /// A field that the kind does not have, or a value that the field does not take.
    case wrongField(FactKind, FieldKey)
    /// A linked fact was not on record before, or is of another kind.
    case brokenLink(FactKind, FieldKey)
    /// Only a fact that holds can be withdrawn, and only once.
    case notWithdrawable(FactID)
    /// Nobody of that id takes part on that day.
    case unknownParticipant
    /// Nobody is added as the family or as the index child.
    case roleNotAdded(SubjectRole)
    /// A tracker has no move on that fact from where it stands.
    case trackerForbids(TrackerKey, FactKind, from: TrackerStateKey)
    /// The guard of a tracker's move is not met.
    case guardUnmet(TrackerKey, to: TrackerStateKey, saying: String)
    /// The model has no such module.
    case unknownModule(ModuleKey)
    /// The module is not delivered to people of that role.
    case moduleNotFor(ModuleKey)
    /// The module runs for that person already, or the delivery is not one that runs.
    case notRunning(ModuleRunID)
    /// A hard gate is not met.
    case gateClosed(ModuleKey, GateKey, saying: String)
    /// Soft gates are not met and no reason is given.
    case gateNeedsReason(ModuleKey, [GateKey])
    /// The module cannot be called completed: what it is for is not on record.
    case notDone(ModuleKey)
    /// No signature is owed under the module.
    case noSignatureOwed(ModuleRunID)
    /// The episode is on that version already, or is not open.
    case notMovable
}

/// An event that a correction or a late entry would leave without its ground.
public struct Misfit: Hashable, Sendable {
    /// Its place in the stream.
    public var seq: StreamSeq
    /// What it records.
    public var event: EventName
    /// The day it happened on.
    public var on: CivilDate
    /// Why it would no longer fit.
    public var because: Refusal

    /// An event that would no longer fit.
    public init(seq: StreamSeq, event: EventName, on day: CivilDate, because: Refusal) {
        self.seq = seq
        self.event = event
        on = day
        self.because = because
    }
}

/// What an event records, in the record's own words.
public enum EventName: String, CaseIterable, Hashable, Sendable {
    case referred
    case screened
    case allocated
    case treatmentStarted = "treatment-started"
    case phaseEntered = "phase-entered"
    case stepPlanned = "step-planned"
    case contactRecorded = "contact-recorded"
    case interviewRecorded = "interview-recorded"
    case closed
    case followedUp = "followed-up"
    case participantJoined = "participant-joined"
    case participantLeft = "participant-left"
    case factRecorded = "fact-recorded"
    case factWithdrawn = "fact-withdrawn"
    case moduleStarted = "module-started"
    case moduleFinished = "module-finished"
    case moduleCountersigned = "module-countersigned"
    case episodeMoved = "episode-moved"
    case childRegistered = "child-registered"
    case householdJoined = "household-joined"
    case householdLeft = "household-left"
    case placementStarted = "placement-started"
    case placementEnded = "placement-ended"
    case provisionStarted = "provision-started"
    case provisionEnded = "provision-ended"
    case schoolStatusRecorded = "school-status-recorded"
    case offenceRecorded = "offence-recorded"
    case childDied = "child-died"
    case teamOpened = "team-opened"
    case supervisionHeld = "supervision-held"
    case consultationHeld = "consultation-held"
    case boosterHeld = "booster-held"
    case trainingCompleted = "training-completed"
    case rotaSet = "rota-set"
    case measureReturned = "measure-returned"
    case siteStageReached = "site-stage-reached"
    case licenceGranted = "licence-granted"
    case licenceRenewed = "licence-renewed"
    case briefingGiven = "briefing-given"
    case corrected
}
