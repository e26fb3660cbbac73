/// Something that is or is not so in an episode on a day: what gates, triggers and guards are written in.
///
/// A condition is a value, so that it can be shown, checked by laws and written in a text file. It asks what is on
/// record: what nobody recorded is not so, and the sentence of a gate says what is missing.
public indirect enum Condition: Hashable, Sendable {
    /// All of these.
    case all([Condition])
    /// At least one of these.
    case any([Condition])
    /// Not this.
    case not(Condition)
    /// A fact is on record.
    case recorded(FactTest)
    /// Everybody of these roles who takes part on the day has such a fact; `whose` of the test is not looked at.
    case everyone([SubjectRole], FactTest)
    /// A tracker about the same person (or the family's, when it is about the family) is in one of these states.
    case tracker(TrackerKey, in: [TrackerStateKey])
    /// A module about the same person was begun and not ended.
    case running(ModuleKey)
    /// A module about the same person was completed.
    case completed(ModuleKey)
    /// The episode is in one of these phases.
    case phase([PhaseID])
}

/// Which facts a condition looks for.
public struct FactTest: Hashable, Sendable {
    /// Whose facts count.
    public enum Whose: Hashable, Sendable {
        /// Those about whom the condition is asked.
        case same
        /// Those about anybody, the family among them.
        case anybody
        /// Those about people of these roles.
        case of([SubjectRole])
    }

    /// The kind.
    public var kind: FactKind
    /// What its fields must hold.
    public var fields: [FieldTest]
    /// Whose facts count.
    public var whose: Whose
    /// The parameter with the most days that may have passed since; nil for any number.
    public var within: ParameterKey?
    /// The kind of fact that it must not lie before: the last of that kind, about the same; nil when there is none such.
    public var sinceLast: FactKind?
    /// The field whose link must name a fact that is current: it holds on the day, and is the last of its kind about the
    /// same that does. A signature under an old plan is none under the new one. Nil when it does not matter.
    public var current: FieldKey?

    /// A test.
    public init(
        _ kind: FactKind, _ fields: [FieldTest] = [], whose: Whose = .same, within: ParameterKey? = nil,
        sinceLast: FactKind? = nil, current: FieldKey? = nil
    ) {
        self.kind = kind
        self.fields = fields
        self.whose = whose
        self.within = within
        self.sinceLast = sinceLast
        self.current = current
    }
}

/// What a field must hold: one of these words, of a closed list or of yes, no and unknown.
public struct FieldTest: Hashable, Sendable {
    /// The field.
    public var field: FieldKey
    /// The words that meet it.
    public var words: [ChoiceCode]

    /// A test of a field.
    public init(_ field: FieldKey, in words: [ChoiceCode]) {
        self.field = field
        self.words = words
    }

    /// Whether a fact meets it.
    public func isMet(by fact: RecordedFact) -> Bool {
        switch fact.fields[field] {
        case .choice(let word): words.contains(word)
        case .answer(let answer): words.contains { $0.text == answer.rawValue }
        default: false
        }
    }
}
