/// The laws of a model, as code that any author can run. No test framework is needed.
public enum ModelConformance {
    /// Every law that the model breaks, with the offending name; empty when it breaks none.
    public static func check(_ model: any InterventionModel) -> [Violation] {
        checkNames(model) + checkPhases(model) + checkParameters(model) + checkInstruments(model)
            + checkOutcomes(model) + checkTargets(model)
    }
}

/// A law that a model breaks.
public struct Violation: Hashable, Sendable {
    /// The laws.
    public enum Law: String, CaseIterable, Hashable, Sendable {
        case uniqueModel = "each model and version is registered once"
        case wellFormedName = "names are lower case letters, digits, '-' and '_'"
        case uniqueName = "a name stands for one thing"
        case commonPhases = "referred, accepted, declined and closed are among the phases"
        case knownPhase = "a step leads from a known phase to a known phase"
        case reachablePhase = "every phase can be reached from referred"
        case wayOut = "every open phase has a way to an ended one"
        case endIsEnd = "no step leads out of an ended phase"
        case oneStart = "treatment starts in exactly one phase"
        case treatment = "there is a phase of treatment"
        case knownParameter = "what is named as a parameter is one, of the right kind"
        case standardInBounds = "a standard value lies within its bounds"
        case sourced = "every parameter, instrument, outcome and comparator has a source"
        case ordered = "the least is not greater than the most"
        case commonParameters = "the parameters that every model has are there"
        case scheduleAdvances = "an interview schedule moves on, so that every obligation ends"
        case adherenceInstrument = "there is an instrument, and it names its respondents"
        case outcomeBase = "the three outcomes of the network are there, each with its base"
        case closureGroups = "every group of closures has a reason"
        case oneTarget = "an indicator has one target at most"
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
