extension Parameter {
    /// A number of days.
    /// - Parameters:
    ///   - standard: the value when a site sets none, within `bounds`.
    ///   - bounds: what a site may set, both ends allowed.
    ///   - source: where value and bounds come from, with its mark.
    public static func days(
        _ key: ParameterKey, _ title: String, _ standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        whole(key, title, .days, standard, within: bounds, source: source)
    }

    /// A number of calendar months. See ``days(_:_:_:within:source:)``.
    public static func months(
        _ key: ParameterKey, _ title: String, _ standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        whole(key, title, .months, standard, within: bounds, source: source)
    }

    /// A share, written in whole per cent from 0 to 100. See ``days(_:_:_:within:source:)``.
    public static func share(
        _ key: ParameterKey, _ title: String, percent standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        hundredths(key, title, .share, standard, within: bounds, source: source)
    }

    /// A score from 0 to 1, written in hundredths from 0 to 100. See ``days(_:_:_:within:source:)``.
    public static func score(
        _ key: ParameterKey, _ title: String, hundredths standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        hundredths(key, title, .score, standard, within: bounds, source: source)
    }

    /// A number of questions that must be answered by yes. See ``days(_:_:_:within:source:)``.
    public static func criteria(
        _ key: ParameterKey, _ title: String, _ standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        whole(key, title, .criteria, standard, within: bounds, source: source)
    }

    /// A number of people who rate a colleague. See ``days(_:_:_:within:source:)``.
    public static func raters(
        _ key: ParameterKey, _ title: String, _ standard: Int, within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        whole(key, title, .raters, standard, within: bounds, source: source)
    }

    /// One of a closed list.
    public static func choice(
        _ key: ParameterKey, _ title: String, _ standard: String, of choices: [String], source: String
    ) -> Parameter {
        Parameter(key, title, unit: .choice, standard: .choice(standard), bounds: .choices(choices), source: source)
    }

    /// How a score is compared with a threshold; a site may set either way.
    public static func comparison(
        _ key: ParameterKey, _ title: String, _ standard: ThresholdOperator, source: String
    ) -> Parameter {
        Parameter(
            key, title, unit: .choice, standard: .choice(standard.rawValue),
            bounds: .choices(ThresholdOperator.allCases.map(\.rawValue)), source: source
        )
    }

    /// The two ages at referral that a model is for, in completed years. A site may narrow them inside `bounds`.
    public static func ages(
        least: Int, greatest: Int, within bounds: ClosedRange<Int>, source: String
    ) -> [Parameter] {
        [
            whole(.leastAge, "Least age at referral", .years, least, within: bounds, source: source),
            whole(.greatestAge, "Greatest age at referral", .years, greatest, within: bounds, source: source),
        ]
    }

    /// How many families a full-time therapist has at a time, from and to.
    public static func caseload(
        least: Int, most: Int, within bounds: ClosedRange<Int>, source: String
    ) -> [Parameter] {
        [
            whole(.caseloadLeast, "Least families a therapist", .families, least, within: bounds, source: source),
            whole(.caseloadMost, "Most families a therapist", .families, most, within: bounds, source: source),
        ]
    }

    /// The two parameters that say how many calendar months a phase is planned to last.
    /// - Parameter phase: the name of the phase as people use it, for the titles.
    public static func months(
        _ planned: PlannedDuration, of phase: String, least: Int, most: Int, within bounds: ClosedRange<Int>,
        source: String
    ) -> [Parameter] {
        [
            months(planned.least, "\(phase): planned at least", least, within: bounds, source: source),
            months(planned.most, "\(phase): planned at most", most, within: bounds, source: source),
        ]
    }

    private static func whole(
        _ key: ParameterKey, _ title: String, _ unit: ParameterUnit, _ standard: Int,
        within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        Parameter(key, title, unit: unit, standard: .whole(standard), bounds: .whole(bounds), source: source)
    }

    private static func hundredths(
        _ key: ParameterKey, _ title: String, _ unit: ParameterUnit, _ standard: Int,
        within bounds: ClosedRange<Int>, source: String
    ) -> Parameter {
        let hundredth = AdherenceScore.whole / 100
        return Parameter(
            key, title, unit: unit, standard: .billionths(Int64(standard) * hundredth),
            bounds: .billionths(Int64(bounds.lowerBound) * hundredth...Int64(bounds.upperBound) * hundredth),
            source: source
        )
    }
}
