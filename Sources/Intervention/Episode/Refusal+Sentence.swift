extension Refusal {
    /// A stable code, for tests, files and interfaces.
    public var code: String {
        switch self {
        case .inFuture: "in-future"
        case .notBegun: "not-begun"
        case .alreadyBegun: "already-begun"
        case .beforeBeginning: "before-beginning"
        case .illegalStep: "illegal-step"
        case .illegalPhase: "illegal-phase"
        case .wrongPhase: "wrong-phase"
        case .alreadyDecided: "already-decided"
        case .modelChanged: "model-changed"
        case .unknownClosureReason: "unknown-closure-reason"
        case .unknownOutcome: "unknown-outcome"
        case .unknownInstrument: "unknown-instrument"
        case .unknownPhase: "unknown-phase"
        case .plannedBeforePlanning: "planned-before-planning"
        case .answerDoesNotMatchResult: "answer-does-not-match-result"
        case .wrongNumberOfItems: "wrong-number-of-items"
        case .unknownDefinition: "unknown-definition"
        case .neverStarted: "never-started"
        case .recordedAlready: "recorded-already"
        case .unknownPlacement: "unknown-placement"
        case .unknownProvision: "unknown-provision"
        case .endsBeforeStart: "ends-before-start"
        case .afterDeath: "after-death"
        case .overlaps: "overlaps"
        case .notLicensed(let obstacle, _): obstacle.code
        case .noLicenceToRenew: "no-licence-to-renew"
        case .renewalEndsEarlier: "renewal-ends-earlier"
        case .unknownEvent: "unknown-event"
        case .notCorrectable: "not-correctable"
        case .emptyCorrection: "empty-correction"
        case .noLongerFits: "no-longer-fits"
        case .modelRule(let code, _): code
        case .unknownFact: "unknown-fact"
        case .wrongSubject: "wrong-subject"
        case .missingField: "missing-field"
        case .wrongField: "wrong-field"
        case .brokenLink: "broken-link"
        case .notWithdrawable: "not-withdrawable"
        case .unknownParticipant: "unknown-participant"
        case .roleNotAdded: "role-not-added"
        case .trackerForbids: "tracker-forbids"
        case .guardUnmet: "guard-unmet"
        case .unknownModule: "unknown-module"
        case .moduleNotFor: "module-not-for"
        case .notRunning: "not-running"
        case .gateClosed: "gate-closed"
        case .gateNeedsReason: "gate-needs-reason"
        case .notDone: "not-done"
        case .noSignatureOwed: "no-signature-owed"
        case .notMovable: "not-movable"
        }
    }
}

extension Refusal: CustomStringConvertible {
    /// One sentence that says what stands in the way. It names days and codes, never a person.
    public var description: String {
        switch self {
        case .inFuture(let day, let today): "\(day) lies after today (\(today)); record what has happened"
        case .notBegun: "nothing is on record yet; the first event comes first"
        case .alreadyBegun: "it is on record already"
        case .beforeBeginning(let day, let began): "\(day) lies before \(began), when the record begins"
        case .illegalStep(let kind, let phase): "the step '\(kind.rawValue)' is not possible while \(phase)"
        case .illegalPhase(let next, let phase): "the phase \(next) cannot be entered from \(phase)"
        case .wrongPhase(let event, let phase): "\(event.words): this is not possible while \(phase)"
        case .alreadyDecided: "the referral is decided already; correct the decision instead"
        case .modelChanged: "the model of a started episode cannot change; close it and refer anew"
        case .unknownClosureReason(let id): "the model has no closure reason \(id)"
        case .unknownOutcome(let key): "the model has no outcome \(key)"
        case .unknownInstrument(let id): "the model has no instrument \(id)"
        case .unknownPhase(let id): "the model has no phase \(id)"
        case .plannedBeforePlanning(let day): "the planned day \(day) lies before the day of planning"
        case .answerDoesNotMatchResult:
            "a completed interview has a respondent and an answer; what was not completed or collected has no answer"
        case .wrongNumberOfItems(let given, let wanted): "\(given) items are given, the instrument has \(wanted)"
        case .unknownDefinition(let instrument, let version):
            "the interview was scored by version \(version.number) of \(instrument), which is not loaded; load it again"
        case .neverStarted: "the episode was closed without a first session: there is no treatment to follow up"
        case .recordedAlready(let event): "this \(event.words) is on record already"
        case .unknownPlacement: "no placement of this id had begun before that day"
        case .unknownProvision: "no provision of this id had begun before that day"
        case .endsBeforeStart: "it would end on or before the day it began"
        case .afterDeath(let day): "a death is on record of \(day), before that; correct the one that is wrong"
        case .overlaps(let day): "it would overlap the one that began on \(day)"
        case .notLicensed(let obstacle, let day): "no new episode can begin on \(day): \(obstacle.wayOut)"
        case .noLicenceToRenew: "no licence is on record by that day; record its grant first"
        case .renewalEndsEarlier(let day, let standing):
            "the renewal ends on \(day), the licence that stands on \(standing); a renewal ends later"
        case .unknownEvent(let seq): "there is no event \(seq.number)"
        case .notCorrectable(let seq): "event \(seq.number) cannot be named here, or is named twice"
        case .emptyCorrection: "a correction replaces or withdraws at least one event"
        case .noLongerFits(let misfits):
            "these would no longer fit: "
                + misfits.map { "event \($0.seq.number) (\($0.event.words) on \($0.on)): \($0.because)" }
                .joined(separator: "; ")
        case .modelRule(_, let sentence): sentence
        default: treatmentSentence
        }
    }
}
