import Statistics

/// What an indicator is made of, exact as it was counted.
enum IndicatorFigure: Hashable, Sendable {
    /// So many of so many.
    case share(Proportion)
    /// A total over so many: days over closures, family means over families.
    case mean(Mean)

    /// What the value is divided by.
    var denominator: Int {
        switch self {
        case .share(let proportion): proportion.denominator
        case .mean(let mean): mean.count
        }
    }

    /// The exact value; nil of nothing.
    var fraction: Fraction? {
        switch self {
        case .share(let proportion): proportion.fraction
        case .mean(let mean): mean.fraction
        }
    }
}
