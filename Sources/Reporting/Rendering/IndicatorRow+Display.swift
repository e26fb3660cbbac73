import Intervention
import Statistics

extension IndicatorRow {
    /// The value as people read it, rounded half up: one decimal, two for a score; `n/a` when nothing was counted.
    package var valueText: String {
        guard let fraction = figure.fraction else { return "n/a" }
        return switch (figure, indicator.unit) {
        case (.share(let proportion), _): (proportion.percent ?? "n/a") + "%"
        case (.mean, .score): fraction.rounded(to: .two)
        case (.mean, _): fraction.rounded(to: .one)
        }
    }

    /// What the value is of: `377/445`, for a score the sum of the families' means over the families.
    package var countsText: String {
        switch figure {
        case .share(let proportion): "\(proportion.numerator)/\(proportion.denominator)"
        case .mean(let mean):
            "\(mean.total.rounded(to: indicator.unit == .score ? .two : .none))/\(mean.count)"
        }
    }

    /// The same in words: `377 of 445`; of an average what was added up, and over how many.
    package var countsWords: String {
        let link =
            switch (figure, indicator.unit) {
            case (.share, _): " of "
            case (.mean, .days): " days over "
            case (.mean, _): " over "
            }
        return countsText.split(separator: "/").joined(separator: link)
    }

    /// The interval in per cent; empty when there is none.
    package var intervalText: String {
        guard let interval else { return "" }
        return "\(IndicatorRow.percent(interval.low)) to \(IndicatorRow.percent(interval.high))%"
    }

    /// The target; empty when there is none.
    var targetText: String {
        switch aim?.comparison {
        case .atLeast(let number): ">= " + shown(number)
        case .below(let number): "< " + shown(number)
        case .between(let low, let high): "\(shown(low)) to \(shown(high))"
        case nil: ""
        }
    }

    /// The target in words: `at least 90%`, `below 5%`, `100 to 140`; empty when there is none.
    package var targetWords: String {
        switch aim?.comparison {
        case .atLeast(let number): "at least " + shown(number)
        case .below(let number): "below " + shown(number)
        case .between, nil: targetText
        }
    }

    /// The published figure; empty when there is none.
    package var comparatorText: String {
        guard let comparator else { return "" }
        let figure = Fraction(Int128(comparator.tenThousandths), over: indicator.unit == .share ? 100 : 10_000)
        guard let figure else { return "" }
        return switch indicator.unit {
        case .share: figure.rounded(to: .one) + "%"
        case .score: figure.rounded(to: .two)
        case .days: figure.rounded(to: .one)
        }
    }

    /// The verdict in words; empty without a target or a value.
    package var verdictText: String {
        isMet.map { $0 ? "met" : "not met" } ?? ""
    }

    /// A share as per cent, any other number as it was stated.
    private func shown(_ number: Aim.Number) -> String {
        guard indicator.unit == .share else { return number.text }
        let percent = Fraction(number.fraction.numerator * 100, over: number.fraction.denominator)
        guard let percent else { return number.text }
        return percent.rounded(to: percent.denominator == 1 ? .none : .one) + "%"
    }

    /// One decimal; the limits of an interval have no exact value to round from.
    static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded(.toNearestOrAwayFromZero))
        return "\(tenths / 10).\(tenths % 10)"
    }
}
