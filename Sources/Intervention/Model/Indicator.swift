/// The rows of the programme's indicator table, in the order and blocks of the published layout.
public enum Indicator: String, CaseIterable, Hashable, Sendable {
    case atHome = "at_home"
    case inSchoolOrWork = "in_school_or_work"
    case noNewArrests = "no_new_arrests"
    case meanAdherence = "mean_adherence"
    case adherentFamilies = "adherent_families"
    case interviewedFamilies = "interviewed_families"
    case completed
    case lackOfEngagement = "lack_of_engagement"
    case placed
    case lengthOfStay = "length_of_stay"
    case referralAcceptance = "referral_acceptance"
}

/// What a model states as its aim for an indicator. Values are parameters, so each has bounds and a source.
public struct IndicatorTarget: Hashable, Sendable {
    /// The comparison that meets the aim.
    public enum Comparison: Hashable, Sendable {
        /// At least the parameter's value.
        case atLeast(ParameterKey)
        /// Strictly under the parameter's value.
        case below(ParameterKey)
        /// From one parameter's value to another's, both ends meet it.
        case between(ParameterKey, ParameterKey)
    }

    /// The indicator.
    public var indicator: Indicator
    /// The comparison.
    public var comparison: Comparison

    /// An aim.
    public init(_ indicator: Indicator, _ comparison: Comparison) {
        self.indicator = indicator
        self.comparison = comparison
    }

    /// The parameters that it reads.
    public var parameters: [ParameterKey] {
        switch comparison {
        case .atLeast(let key), .below(let key): [key]
        case .between(let low, let high): [low, high]
        }
    }
}

/// A published figure to read one's own beside: never a target.
public struct Comparator: Hashable, Sendable {
    /// The indicator.
    public var indicator: Indicator
    /// The figure in ten-thousandths of the indicator's unit: a share of 90.5 % is 9,050; 128.4 days is 1,284,000;
    /// a score of 0.76 is 7,600.
    public var tenThousandths: Int
    /// Whose figure: `MST network, 2016 report`.
    public var label: String
    /// Where it is published.
    public var source: String

    /// A published figure.
    public init(_ indicator: Indicator, tenThousandths: Int, label: String, source: String) {
        self.indicator = indicator
        self.tenThousandths = tenThousandths
        self.label = label
        self.source = source
    }
}

extension ParameterKey {
    /// The score that a family's mean is compared with; every model has it.
    public static let adherenceThreshold: ParameterKey = "adherence-threshold"
    /// `>=` or `>`; every model has it.
    public static let adherenceThresholdOperator: ParameterKey = "adherence-threshold-operator"
    /// Days of stay from which an adherence interview is to be expected; every model has it.
    public static let interviewExpectedFrom: ParameterKey = "interview-expected-from"
    /// The least age at referral in completed years; every model has it.
    public static let leastAge: ParameterKey = "least-age"
    /// The greatest age at referral in completed years; every model has it.
    public static let greatestAge: ParameterKey = "greatest-age"
    /// The most families that a full-time therapist has at a time; every model has it.
    public static let caseloadMost: ParameterKey = "caseload-most"
    /// The least families that a full-time therapist has at a time; every model has it.
    public static let caseloadLeast: ParameterKey = "caseload-least"
}
