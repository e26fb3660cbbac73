/// A question about a referral whose answer bears on whether a model is the right one.
public struct EligibilityCriterion: Hashable, Sendable {
    /// What a yes means for the model.
    public enum Effect: String, CaseIterable, Hashable, Sendable {
        /// It counts towards what the model is for.
        case includes
        /// It supports a referral that something else includes, and is never enough by itself.
        case supports
        /// The model's expert has to be asked.
        case needsAdvice = "needs-advice"
        /// The model is not for the family.
        case excludes
    }

    /// The key, unique within its model; the same question has the same key in every model.
    public var key: CriterionKey
    /// The question, answered by yes, no or unknown.
    public var question: String
    /// What a yes means.
    public var effect: Effect
    /// Where it comes from.
    public var source: String
    /// The parameter with the days within which something must have happened, for a question that is answered by a day;
    /// nil for one that is answered by yes or no.
    public var within: ParameterKey?

    /// A question.
    public init(
        _ key: CriterionKey, _ question: String, _ effect: Effect, within: ParameterKey? = nil, source: String
    ) {
        self.key = key
        self.question = question
        self.effect = effect
        self.within = within
        self.source = source
    }
}

/// Something that a model asks of a referral: at least one of its ways must be met.
public struct EligibilityRequirement: Hashable, Sendable {
    /// One way to meet it: so many of some questions are answered by yes.
    public struct Way: Hashable, Sendable {
        /// The questions that count.
        public var criteria: [CriterionKey]
        /// How many at least; a parameter of unit `criteria`, or nil for one.
        public var atLeast: ParameterKey?
        /// The choice that opens this way; nil when it is always open.
        public var choice: Choice?

        /// One way.
        public init(_ criteria: [CriterionKey], atLeast: ParameterKey? = nil, when choice: Choice? = nil) {
            self.criteria = criteria
            self.atLeast = atLeast
            self.choice = choice
        }
    }

    /// A setting that opens a way.
    public struct Choice: Hashable, Sendable {
        /// The parameter, a choice.
        public var parameter: ParameterKey
        /// The values that open it.
        public var values: [String]

        /// A setting.
        public init(_ parameter: ParameterKey, in values: [String]) {
            self.parameter = parameter
            self.values = values
        }
    }

    /// What is asked, for people: `behaviour that the model treats`.
    public var title: String
    /// The ways to meet it.
    public var ways: [Way]

    /// A requirement.
    public init(_ title: String, _ ways: [Way]) {
        self.title = title
        self.ways = ways
    }
}
