/// A fact that is owed at a time: a summary each week, a safety plan within days, a review after a crisis.
public struct FactDuty: Hashable, Sendable {
    /// What the days are counted from.
    public enum Anchor: Hashable, Sendable {
        /// The first session.
        case firstSession
        /// Each time that the phase is entered.
        case phase(PhaseID)
        /// The first fact of a kind; with `every`, the days go on from there.
        case first(FactKind)
        /// Each fact of a kind that meets the tests, one obligation a fact.
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
    /// The parameter with the days after the due day through which it can be met; nil: until the next is due, or the
    /// episode ends.
    public var window: ParameterKey?
    /// While what it is owed; nil for always.
    public var when: Condition?
    /// Where it comes from.
    public var source: String

    /// A duty.
    public init(
        _ obligation: ObligationKind, _ title: String, fact: FactKind, where fields: [FieldTest] = [],
        about: [SubjectRole] = [.family], from anchor: Anchor = .firstSession, due: ParameterKey,
        every: ParameterKey? = nil, window: ParameterKey? = nil, when: Condition? = nil, source: String
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
        self.source = source
    }
}
