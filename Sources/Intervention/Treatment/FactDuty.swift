/// A fact that is owed at a time: a summary each week, a safety plan within days, a review after a crisis.
public struct FactDuty: Hashable, Sendable {
    /// What the days are counted from.
    public enum Anchor: Hashable, Sendable {
        /// The first session.
        case firstSession
        /// Each time that the phase is entered. What was not due when it was left is not required, unless it was met.
        case phase(PhaseID)
        /// The first fact of a kind that meets the tests; with `every`, the days go on from there. For a person, a fact
        /// about the same one or about the family; for the family, one about anybody. A later fact meets it, of the
        /// same day one that was entered later.
        case first(FactKind, [FieldTest] = [])
        /// Each fact of a kind that meets the tests, one obligation a fact, about whom as for ``first(_:_:)``.
        case each(FactKind, [FieldTest])
        /// The closing.
        case closing
    }

    /// What is owed.
    public var obligation: ObligationKind
    /// The name that people use.
    public var title: String
    /// The kind of fact that meets it.
    public var fact: FactKind
    /// What its fields must hold to meet it.
    public var fields: [FieldTest]
    /// Whom it is owed about; the family, or each person of these roles for oneself.
    public var about: [SubjectRole]
    /// What the days are counted from.
    public var anchor: Anchor
    /// The parameter with the days from the anchor to the first due day.
    public var due: ParameterKey
    /// The parameter with the days from one due day to the next; nil when it is owed once.
    public var every: ParameterKey?
    /// The parameter with the days after the due day through which it can be met late; nil: until the episode ends for
    /// what is owed once, and not at all for what is owed again or after the closing.
    public var window: ParameterKey?
    /// What must be so on the due day for it to be owed; nil for always.
    public var when: Condition?
    /// How pressing it is once the due day has passed and nothing met it; nil when the list of what is owed says
    /// enough.
    public var late: Alert.Urgency?
    /// Where it comes from.
    public var source: String

    /// A duty.
    public init(
        _ obligation: ObligationKind, _ title: String, fact: FactKind, where fields: [FieldTest] = [],
        about: [SubjectRole] = [.family], from anchor: Anchor = .firstSession, due: ParameterKey,
        every: ParameterKey? = nil, window: ParameterKey? = nil, when: Condition? = nil,
        late: Alert.Urgency? = nil, source: String
    ) {
        self.obligation = obligation
        self.title = title
        self.fact = fact
        self.fields = fields
        self.about = about
        self.anchor = anchor
        self.due = due
        self.every = every
        self.window = window
        self.when = when
        self.late = late
        self.source = source
    }
}
