/// A word of a vocabulary that a model declares: lower case, digits, `-` and `_`, at most 64 characters.
///
/// Terms are written as literals in a model; ``ModelConformance`` checks their form. A term read from outside goes
/// through ``init(_:)``, which refuses what is no term.
public struct Term<Vocabulary>: Hashable, Sendable {
    /// The word itself.
    public let text: String

    /// A term read from outside, or nil when the text does not have the form of one.
    public init?(_ text: some StringProtocol) {
        self.text = String(text)
        guard isWellFormed else { return nil }
    }

    /// A term of which it is known that it has the form of one, or whose form the conformance suite checks.
    init(unchecked text: String) {
        self.text = text
    }

    /// The same word in another vocabulary.
    init<Other>(of other: Term<Other>) { text = other.text }

    /// Whether the text has the form of a term.
    public var isWellFormed: Bool {
        let bytes = text.utf8
        guard let first = bytes.first, bytes.count <= 64 else { return false }
        return Term.isLetterOrDigit(first)
            && bytes.allSatisfy { Term.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: false
        }
    }
}

extension Term: ExpressibleByStringLiteral {
    /// A term that a model writes down; its form is checked by the conformance suite, not here.
    public init(stringLiteral value: StaticString) {
        text = value.description
    }
}

extension Term: Comparable {
    /// Order of the words.
    public static func < (lhs: Term, rhs: Term) -> Bool {
        lhs.text < rhs.text
    }
}

extension Term: CustomStringConvertible {
    /// The word itself.
    public var description: String { text }
}

/// The vocabularies that terms belong to. The cases of this namespace only mark types.
public enum Vocabulary {
    /// Names of models.
    public enum Model: Sendable {}
    /// Names of phases.
    public enum Phase: Sendable {}
    /// Names of parameters.
    public enum Parameter: Sendable {}
    /// Names of instruments.
    public enum Instrument: Sendable {}
    /// Names of outcomes.
    public enum Outcome: Sendable {}
    /// Names of closure reasons.
    public enum ClosureReason: Sendable {}
    /// Names of questions about a referral.
    public enum Criterion: Sendable {}
    /// Names of obligations.
    public enum Obligation: Sendable {}
    /// Names of alerts.
    public enum Alert: Sendable {}
    /// Kinds of facts that a model records.
    public enum Fact: Sendable {}
    /// Names of a fact's fields.
    public enum Field: Sendable {}
    /// Words of a closed list that a field takes.
    public enum Choice: Sendable {}
    /// Names of trackers.
    public enum Tracker: Sendable {}
    /// Names of a tracker's states.
    public enum TrackerState: Sendable {}
    /// Names of treatment modules.
    public enum Module: Sendable {}
    /// Names of a module's gates.
    public enum Gate: Sendable {}
    /// Names of trainings.
    public enum Training: Sendable {}
    /// Names of sections of instruments.
    public enum Section: Sendable {}
    /// Names of figures of a model's own.
    public enum Measure: Sendable {}
}

/// The id of a model: `mst-can`. Never reused for another model.
public typealias ModelID = Term<Vocabulary.Model>
/// The id of a phase, unique within its model.
public typealias PhaseID = Term<Vocabulary.Phase>
/// The key of a parameter, unique within its model.
public typealias ParameterKey = Term<Vocabulary.Parameter>
/// The id of an instrument.
public typealias InstrumentID = Term<Vocabulary.Instrument>
/// The key of an outcome.
public typealias OutcomeKey = Term<Vocabulary.Outcome>
/// The id of a closure reason, unique within its model.
public typealias ClosureReasonID = Term<Vocabulary.ClosureReason>
/// The key of a question about a referral: `no-carer`.
public typealias CriterionKey = Term<Vocabulary.Criterion>
/// What an obligation owes: `adherence-interview`.
public typealias ObligationKind = Term<Vocabulary.Obligation>
/// What an alert is about: `no-contact`.
public typealias AlertCode = Term<Vocabulary.Alert>
/// A kind of fact that a model records: `safety-plan`.
public typealias FactKind = Term<Vocabulary.Fact>
/// A field of a fact, unique within its kind: `result`.
public typealias FieldKey = Term<Vocabulary.Field>
/// A word of the closed list that a field takes: `negative`.
public typealias ChoiceCode = Term<Vocabulary.Choice>
/// A tracker, unique within its model: `relapse`.
public typealias TrackerKey = Term<Vocabulary.Tracker>
/// A state of a tracker, unique within it: `out-of-home`.
public typealias TrackerStateKey = Term<Vocabulary.TrackerState>
/// A treatment module, unique within its model: `clarification`.
public typealias ModuleKey = Term<Vocabulary.Module>
/// A gate of a module, unique within it: `letter-approved`.
public typealias GateKey = Term<Vocabulary.Gate>
/// A training of staff: `orientation`.
public typealias TrainingKind = Term<Vocabulary.Training>
/// The key of a section of an instrument, unique within it.
public typealias SectionKey = Term<Vocabulary.Section>
/// A figure of a model's own, unique among its outcomes and figures: `fit_moved_home`.
public typealias MeasureKey = Term<Vocabulary.Measure>
