/// What a model says of a referral: a verdict, and every reason for it.
public struct Eligibility: Hashable, Sendable {
    /// Whether the model is the right one.
    public enum Verdict: String, CaseIterable, Hashable, Comparable, Sendable {
        /// It is.
        case eligible
        /// The model's expert has to be asked, or something is not known.
        case needsAdvice = "needs-advice"
        /// It is not.
        case notEligible = "not-eligible"

        /// The better verdict comes first.
        public static func < (lhs: Verdict, rhs: Verdict) -> Bool {
            lhs.weight < rhs.weight
        }

        private var weight: Int {
            switch self {
            case .eligible: 0
            case .needsAdvice: 1
            case .notEligible: 2
            }
        }
    }

    /// One reason: what it is about, what it makes of the referral by itself, and why.
    public struct Reason: Hashable, Sendable {
        /// A stable code: the key of the question, `age`, or `requirement-1`.
        public var code: String
        /// What this reason alone would make of the referral.
        public var verdict: Verdict
        /// One sentence. It names codes and numbers, never a person.
        public var sentence: String
        /// Where the rule comes from; nil when several sources stand behind it.
        public var source: String?

        /// A reason.
        public init(_ code: String, _ verdict: Verdict, _ sentence: String, source: String? = nil) {
            self.code = code
            self.verdict = verdict
            self.sentence = sentence
            self.source = source
        }
    }

    /// The model.
    public var model: ModelID
    /// Every reason, for and against.
    public var reasons: [Reason]

    /// What a model says.
    public init(_ model: ModelID, reasons: [Reason]) {
        self.model = model
        self.reasons = reasons
    }

    /// The worst that any reason makes of the referral.
    public var verdict: Verdict { reasons.map(\.verdict).max() ?? .eligible }
}
