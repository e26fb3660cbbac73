import Intervention
import Statistics

extension IndicatorRow {
    /// The row's keys and values, in their order; every key is always there.
    func values(model: String) -> [ReportValue.Member] {
        [
            .init("model", .text(model)),
            .init("key", .text(indicator.rawValue)),
            .init("title", .text(indicator.title)),
            .init("numerator", numerator),
            .init("denominator", .whole(denominator)),
            .init("unknown", .whole(unknown)),
            .init("value", ReportValue(decimal: value)),
            .init("low", ReportValue(decimal: interval?.low)),
            .init("high", ReportValue(decimal: interval?.high)),
            .init("interval", ReportValue(text: interval.map { _ in "wilson-95" })),
            .init("target", aim.map(\.json) ?? .null),
            .init("met", ReportValue(boolean: isMet)),
            .init("not_due", .whole(0)),
            .init("outside_window", .whole(0)),
        ]
    }

    private var numerator: ReportValue {
        switch figure {
        case .share(let proportion): .whole(proportion.numerator)
        case .mean(let mean) where indicator.unit == .days: .whole(Int(mean.total.numerator))
        case .mean(let mean): .decimal(mean.total.value)
        }
    }
}

extension Aim {
    /// `{operator, value}`, with a list of two for `between`.
    var json: ReportValue {
        let (sign, value): (String, ReportValue) =
            switch comparison {
            case .atLeast(let number): (">=", .stated(number.text))
            case .below(let number): ("<", .stated(number.text))
            case .between(let low, let high): ("between", .array([.stated(low.text), .stated(high.text)]))
            }
        return .object([.init("operator", .text(sign)), .init("value", value)])
    }

    /// The target in one cell: `>= 0.9`, `between 100 and 140`.
    var cell: String {
        switch comparison {
        case .atLeast(let number): ">= \(number.text)"
        case .below(let number): "< \(number.text)"
        case .between(let low, let high): "between \(low.text) and \(high.text)"
        }
    }
}
