/// An outcome asked at closing and follow-up.
public struct OutcomeDefinition: Hashable, Sendable {
    /// The key: `at_home`.
    public var key: OutcomeKey
    /// The name that people use.
    public var title: String
    /// What a yes means.
    public var meaning: String
    /// Which closures it is counted over.
    public var base: OutcomeBase
    /// What it is for.
    public var role: OutcomeRole
    /// Where the definition comes from.
    public var source: String

    /// An outcome.
    public init(
        _ key: OutcomeKey, _ title: String, meaning: String, base: OutcomeBase, role: OutcomeRole = .ultimate,
        source: String
    ) {
        self.key = key
        self.title = title
        self.meaning = meaning
        self.base = base
        self.role = role
        self.source = source
    }
}

/// What an outcome is for.
public enum OutcomeRole: String, CaseIterable, Hashable, Sendable {
    /// What the programme exists for: at home, in school or work, no new arrests, and what a variant adds.
    case ultimate
    /// What makes the ultimate outcomes last: skills, relations, support. Judged by therapist and supervisor.
    case instrumental
}

/// Which closures an outcome is counted over.
public enum OutcomeBase: String, CaseIterable, Hashable, Sendable {
    /// Closures with the opportunity for a full course of treatment, and a known answer.
    case opportunity
    /// All closures with a known answer.
    case allClosures = "all-closures"
    /// All closures whose treatment had begun; who did not answer stays in the denominator, and is shown beside it.
    case started
}

extension OutcomeKey {
    /// Living at home at the closing.
    public static let atHome: OutcomeKey = "at_home"
    /// In school, training or work at the closing.
    public static let inSchoolOrWork: OutcomeKey = "in_school_or_work"
    /// Not arrested for an offence committed during treatment.
    public static let noNewArrests: OutcomeKey = "no_new_arrests"
}

/// A reason for closing an episode and the group it counts in.
public struct ClosureReason: Hashable, Sendable {
    /// The id.
    public var id: ClosureReasonID
    /// The group it counts in.
    public var group: ClosureGroup
    /// The name that people use.
    public var title: String

    /// A reason.
    public init(_ id: ClosureReasonID, _ group: ClosureGroup, _ title: String) {
        self.id = id
        self.group = group
        self.title = title
    }
}
