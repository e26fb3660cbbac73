/// A kind of fact that a model records beyond the common words of an episode: a goal, a safety plan, a test result.
///
/// Texts are sealed elsewhere: a field holds a word of a closed list, a number, a day, a code or a reference.
public struct FactDefinition: Hashable, Sendable {
    /// How a fact stands in time.
    public enum Extent: String, CaseIterable, Hashable, Sendable {
        /// It happened on its day.
        case point
        /// It holds from its day until it is withdrawn.
        case interval
    }

    /// The kind, unique within its model; the same kind means the same in every model.
    public var kind: FactKind
    /// The name that people use.
    public var title: String
    /// Whom it can be about; at least one role.
    public var about: [SubjectRole]
    /// How it stands in time.
    public var extent: Extent
    /// What is said of it.
    public var fields: [FactField]
    /// Who may see it, and what it does to who may see the episode.
    public var visibility: FactVisibility
    /// Where the definition comes from.
    public var source: String

    /// A kind of fact.
    public init(
        _ kind: FactKind, _ title: String, about: [SubjectRole] = [.family], _ extent: Extent = .point,
        fields: [FactField] = [], visibility: FactVisibility = .team, source: String
    ) {
        self.kind = kind
        self.title = title
        self.about = about
        self.extent = extent
        self.fields = fields
        self.visibility = visibility
        self.source = source
    }

    /// The field of a key, or nil.
    public func field(_ key: FieldKey) -> FactField? { fields.first { $0.key == key } }
}

/// Something that is said of a fact.
public struct FactField: Hashable, Sendable {
    /// What a field can hold.
    public enum Content: Hashable, Sendable {
        /// One word of a closed list.
        case choice([ChoiceCode])
        /// Yes, no or unknown.
        case answer
        /// A whole number, both ends allowed.
        case whole(ClosedRange<Int>)
        /// A day.
        case day
        /// A member of the site's staff.
        case staff
        /// Another fact of the episode, of one of these kinds.
        case link([FactKind])
        /// A sealed text.
        case narrative
    }

    /// The key, unique within its fact.
    public var key: FieldKey
    /// The name that people use.
    public var title: String
    /// What it can hold.
    public var content: Content
    /// Whether the fact cannot be recorded without it.
    public var isRequired: Bool

    /// A field.
    public init(_ key: FieldKey, _ title: String, _ content: Content, required: Bool = true) {
        self.key = key
        self.title = title
        self.content = content
        isRequired = required
    }
}
