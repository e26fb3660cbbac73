/// A part of treatment that is delivered to somebody: safety planning, clarification, trauma work.
public struct TreatmentModule: Hashable, Sendable {
    /// When a family needs it.
    public enum Need: Hashable, Sendable {
        /// Every family, each person whom it is for.
        case always
        /// While the condition holds of the person.
        case when(Condition)
        /// As therapist and supervisor see fit.
        case asAgreed
    }

    /// The key.
    public var key: ModuleKey
    /// The name that people use.
    public var title: String
    /// Whom it is delivered to: the family, or each person of these roles for oneself.
    public var about: [SubjectRole]
    /// When a family needs it.
    public var need: Need
    /// The parameter with the days from the first session (or from when it became needed) to the day by which it is begun;
    /// nil when no day is set.
    public var beginWithin: ParameterKey?
    /// What must be so for it to begin.
    public var gates: [Gate]
    /// What must be so for it to be completed; nil when the therapist judges.
    public var doneWhen: Condition?
    /// Where it comes from.
    public var source: String

    /// A module.
    public init(
        _ key: ModuleKey, _ title: String, about: [SubjectRole] = [.family], need: Need,
        beginWithin: ParameterKey? = nil, gates: [Gate] = [], doneWhen: Condition? = nil, source: String
    ) {
        self.key = key
        self.title = title
        self.about = about
        self.need = need
        self.beginWithin = beginWithin
        self.gates = gates
        self.doneWhen = doneWhen
        self.source = source
    }
}

/// Something that must be so for a module to begin.
public struct Gate: Hashable, Sendable {
    /// What an unmet gate does.
    public enum Strength: String, CaseIterable, Hashable, Sendable {
        /// It refuses: a rule that the model's own sources state.
        case hard
        /// It asks for a reason and a supervisor's countersignature: a therapist must be able to act in a crisis.
        case soft
    }

    /// The key, unique within its module.
    public var key: GateKey
    /// What must be so, as people say it: `the safety plan is in force`.
    public var title: String
    /// What it does when it is not met.
    public var strength: Strength
    /// The condition, asked of whom the module is about.
    public var condition: Condition
    /// Where it comes from. A hard gate's source is a stated rule.
    public var source: String

    /// A gate.
    public init(
        _ key: GateKey, _ title: String, _ strength: Strength, _ condition: Condition, source: String
    ) {
        self.key = key
        self.title = title
        self.strength = strength
        self.condition = condition
        self.source = source
    }
}
