/// A state machine over the facts about a person or the family: a relapse agreement, a protection status.
///
/// A tracker listens to the facts that its moves name. Such a fact is refused when no move leads on from where the
/// tracker stands, or when the guard of the move is not met.
public struct Tracker: Hashable, Sendable {
    /// The key.
    public var key: TrackerKey
    /// The name that people use.
    public var title: String
    /// Whom it tracks: the family alone, or each person of these roles.
    public var about: [SubjectRole]
    /// The states.
    public var states: [TrackerState]
    /// The state that it begins in.
    public var start: TrackerStateKey
    /// The legal moves.
    public var moves: [TrackerMove]
    /// Where it comes from.
    public var source: String

    /// A tracker.
    public init(
        _ key: TrackerKey, _ title: String, about: [SubjectRole] = [.family], states: [TrackerState],
        start: TrackerStateKey, moves: [TrackerMove], source: String
    ) {
        self.key = key
        self.title = title
        self.about = about
        self.states = states
        self.start = start
        self.moves = moves
        self.source = source
    }
}

/// A state of a tracker.
public struct TrackerState: Hashable, Sendable {
    /// The key.
    public var key: TrackerStateKey
    /// The name that people use.
    public var title: String
    /// How pressing it is while it lasts; nil when nobody need look.
    public var urgency: Alert.Urgency?
    /// Whether the tracker stays in it: every other state has a way on.
    public var isFinal: Bool

    /// A state.
    public init(
        _ key: TrackerStateKey, _ title: String, _ urgency: Alert.Urgency? = nil, isFinal: Bool = false
    ) {
        self.key = key
        self.title = title
        self.urgency = urgency
        self.isFinal = isFinal
    }
}

/// A legal move of a tracker, made by recording a fact.
public struct TrackerMove: Hashable, Sendable {
    /// Something that must be so for the move.
    public enum Guard: Hashable, Sendable {
        /// The fact's field links to a fact with these fields, later than the one by which the tracker last entered a
        /// state; with `alike`, both say the same in that field: a lapse of one substance is not cleared by a test of
        /// another.
        case link(FieldKey, [FieldTest], sinceEntering: TrackerStateKey, alike: FieldKey? = nil)
        /// A condition, asked on the day of the fact about whom it is about.
        case condition(Condition, saying: String)
    }

    /// Where it leads from.
    public var from: [TrackerStateKey]
    /// Where it leads to.
    public var to: TrackerStateKey
    /// The kind of fact that makes it.
    public var on: FactKind
    /// What the fact's fields must hold for it to be this move.
    public var fields: [FieldTest]
    /// What must be so.
    public var guards: [Guard]

    /// A move.
    public init(
        from: [TrackerStateKey], to: TrackerStateKey, on kind: FactKind, where fields: [FieldTest] = [],
        guards: [Guard] = []
    ) {
        self.from = from
        self.to = to
        on = kind
        self.fields = fields
        self.guards = guards
    }
}
