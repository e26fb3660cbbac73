/// The laws of a model, as code that any author can run. No test framework is needed.
public enum ModelConformance {
    /// Every law that the model breaks, with the offending name; empty when it breaks none.
    public static func check(_ model: any InterventionModel) -> [Violation] {
        checkNames(model) + checkTitles(model) + checkPhases(model) + checkSteps(model) + checkParameters(model)
            + checkUnits(model) + checkInstruments(model) + checkOutcomes(model) + checkTargets(model)
            + checkComparators(model) + checkEligibility(model) + checkTeams(model)
            + checkCountedMeasures(model) + checkTreatment(model)
    }
}

/// A law that a model breaks.
public struct Violation: Hashable, Sendable {
    /// The laws.
    public enum Law: String, CaseIterable, Hashable, Sendable {
        case uniqueModel = "each model and version is registered once"
        case firstVersion = "versions count from 1"
        case wellFormedName = "names are lower case letters, digits, '-' and '_'"
        case uniqueName = "a name stands for one thing"
        case titled = "everything that people read has a title or a meaning"
        case commonPhases = "referred and accepted are waiting phases, declined and closed are ended ones"
        case knownPhase = "what is named as a phase is one"
        case reachablePhase = "every phase can be reached from referred"
        case wayOut = "every open phase has a way to an ended one"
        case endIsEnd = "no step leads out of an ended phase"
        case oneStart = "treatment starts in exactly one phase"
        case treatment = "there is a phase of treatment"
        case stepKind = "a step leads from where to where its kind says"
        case uniqueStep = "a step stands once"
        case closable = "an episode can be closed once accepted and from every phase of treatment"
        case knownParameter = "what is named as a parameter is one, of the right kind"
        case standardInBounds = "a standard value lies within its bounds"
        case boundsOfUnit = "the bounds of a parameter are of its unit"
        case rightUnit = "a parameter stands in the unit that its use asks for"
        case sourced = "every number, every declaration and every published figure has a source"
        case ordered = "the least is not greater than the most"
        case commonParameters = "the parameters that every model has are there"
        case scheduleAdvances = "what is owed again moves on, so that every obligation ends"
        case adherenceInstrument = "there is an adherence instrument, and each instrument names its respondents"
        case respondentsOfPhase =
            "respondents of a phase are of the instrument's own, and the phase is one of treatment"
        case ratersProtected = "where staff rate a colleague, fewer than three raters give no figure"
        case outcomeBase = "the three outcomes of the network are there, each with its base"
        case closureGroups = "every group of closures has a reason"
        case oneTarget = "an indicator has one target at most"
        case answerableRequirement = "a requirement has a way that is open, and asks no more than there is to answer"
        case knownCriterion = "what a requirement counts is a question of the model"
        case trainedRole = "a training is asked of somebody"
        case measuredThing = "a figure counts facts, fields, words, outcomes and phases that the model has"
        case movesCountedWhole =
            "who counts moves home counts, over all who began, who is home at the end, and at 6 and 12 months, too"
        case knownFact = "what is named as a fact is one that the model records"
        case knownField = "what is named as a field is one of its fact, of the right content"
        case knownWord = "what is named as a word is one that its field takes"
        case knownTracker = "what is named as a tracker, or as a state of one, is there"
        case knownModule = "what is named as a module is one"
        case fieldContent = "a field can hold something"
        case somebody = "what is recorded, tracked, delivered or owed is about somebody, each role once"
        case recordable = "a fact can be recorded: what it must link to can be recorded before it"
        case reachableState = "every state of a tracker can be reached"
        case stateWayOn = "a state of a tracker has a way on, unless it is final"
        case oneMove = "a fact leads a tracker from a state to one state only"
        case satisfiable = "a gate, a guard or an end can be met: what it asks for can be recorded of whom it is about"
        case statedRule = "a hard gate is a stated rule, with the mark [V] in its source"
        case noWaiting = "modules do not wait for one another"
        case comparatorInRange = "a published figure lies in the range of its indicator"
    }

    /// The model.
    public var model: ModelID
    /// The law.
    public var law: Law
    /// The name that offends.
    public var name: String

    /// A law that a model breaks.
    public init(model: ModelID, law: Law, name: String) {
        self.model = model
        self.law = law
        self.name = name
    }
}

extension Violation: CustomStringConvertible {
    /// One line: model, law, offending name.
    public var description: String { "\(model): \(law.rawValue): \(name)" }
}
