import Intervention
import Statistics

extension MeasureRow {
    /// The value as people read it: one decimal, or `n/a` when nothing was counted.
    package var valueText: String { share.percent.map { $0 + "%" } ?? "n/a" }

    /// What the value is of: `3/8`.
    package var countsText: String { "\(numerator)/\(denominator)" }

    /// The same in words: `3 of 8`.
    package var countsWords: String { "\(numerator) of \(denominator)" }

    /// The interval in per cent; empty when there is none.
    package var intervalText: String {
        guard let interval else { return "" }
        return "\(IndicatorRow.percent(interval.low)) to \(IndicatorRow.percent(interval.high))%"
    }

    /// Follow-ups that are not due, empty where nothing is followed up.
    package var notDueText: String { measure.counts.isFollowUp ? "\(notDue)" : "" }

    /// Whom it is counted over.
    package var baseText: String {
        let closures =
            switch measure.base {
            case .closed: "closures"
            case .opportunity: "closures with the opportunity"
            case .started: "closures after treatment began"
            }
        return switch measure.counts {
        case .started: closures
        case .turned: "\(closures), so at the first session"
        case .children: "children of \(closures), answer known"
        case .movedHome, .placedAgain, .happened, .outcome, .followUp:
            measure.unknowns == .kept ? closures : "\(closures), answer known"
        }
    }

    /// The row's keys and values, in their order; every key is always there, the same as an indicator's.
    func values(model: String) -> [ReportValue.Member] {
        [
            .init("model", .text(model)),
            .init("key", .text(measure.key.text)),
            .init("title", .text(measure.title)),
            .init("numerator", .whole(numerator)),
            .init("denominator", .whole(denominator)),
            .init("unknown", .whole(unknown)),
            .init("value", ReportValue(decimal: value)),
            .init("low", ReportValue(decimal: interval?.low)),
            .init("high", ReportValue(decimal: interval?.high)),
            .init("interval", ReportValue(text: interval.map { _ in "wilson-95" })),
            .init("target", .null),
            .init("met", .null),
            .init("not_due", .whole(notDue)),
            .init("outside_window", .whole(outsideWindow)),
        ]
    }
}
