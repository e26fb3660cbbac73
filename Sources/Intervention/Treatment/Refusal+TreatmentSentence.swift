extension Refusal {
    /// The sentence of a refusal about what a model records, tracks or delivers; empty for any other.
    var treatmentSentence: String {
        switch self {
        case .unknownFact(let kind): "the model records no '\(kind)'"
        case .wrongSubject(let kind): "'\(kind)' is not recorded about whom it is said to be about"
        case .missingField(let kind, let field): "'\(kind)' needs its field '\(field)'"
        case .wrongField(let kind, let field): "'\(kind)' has no field '\(field)' that takes this value"
        case .brokenLink(let kind, let field):
            "the field '\(field)' of '\(kind)' names a fact that was not on record before it, or one of another kind"
        case .notWithdrawable: "only a fact that holds can be withdrawn, once; correct a fact that was a mistake"
        case .unknownParticipant: "nobody of that id takes part in the episode on that day"
        case .roleNotAdded(let role): "nobody is added as '\(role.rawValue)'; the referral says who that is"
        case .trackerForbids(let tracker, let kind, let state):
            "'\(kind)' does not follow while '\(tracker)' is '\(state)'"
        case .guardUnmet(let tracker, let state, let saying): "'\(tracker)' cannot become '\(state)': \(saying)"
        case .unknownModule(let module): "the model has no module '\(module)'"
        case .moduleNotFor(let module): "the module '\(module)' is not delivered to whom it is said to be for"
        case .notRunning: "no module of that id was begun by that day and still runs"
        case .gateClosed(let module, let gate, let saying):
            "the module '\(module)' cannot begin: \(saying) [\(gate)]"
        case .gateNeedsReason(let module, let gates):
            "the module '\(module)' needs a reason to begin, since these gates are not met: "
                + gates.map(\.text).joined(separator: ", ")
        case .notDone(let module):
            "the module '\(module)' is not completed: what it is for is not on record; stop it instead"
        case .noSignatureOwed: "no signature is owed under that module"
        case .notMovable: "only an open episode moves to another version, and to one that it is not on"
        default: ""
        }
    }
}
