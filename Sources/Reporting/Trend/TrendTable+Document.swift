import CivilDate
import Intervention
import Statistics

extension TrendTable {
    package var document: ReportDocument {
        ReportDocument(
            "trend", title: "\(indicator.indicator.title) by \(report.step.rawValue)", answering: request,
            findings: findings, fields: fields, tables: [table], records: records, notes: notes)
    }

    private var fields: [ReportValue.Member] {
        [
            .init("indicator", .text(indicator.indicator.rawValue)),
            .init("every", .text(report.step.rawValue)),
            .init("screened", .boolean(report.isScreened)),
            .init("points", records.value),
            .init("mean", ReportValue(decimal: chart?.mean)),
            .init("mean_range", ReportValue(decimal: chart?.meanRange)),
            .init("upper", ReportValue(decimal: chart?.limits.high)),
            .init("lower", ReportValue(decimal: chart?.limits.low)),
            .init("near_upper", ReportValue(decimal: chart?.nearLimits.high)),
            .init("near_lower", ReportValue(decimal: chart?.nearLimits.low)),
            .init(
                "signals",
                .array(
                    signals.map { signal in
                        .object([
                            .init("rule", .text(signal.rule.rawValue)),
                            .init("points", .array(signal.points.map { .whole($0) })),
                            .init("side", .text(signal.isHigh ? "high" : "low")),
                        ])
                    })),
        ]
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: ["from", "numerator", "denominator", "value"],
            rows: points.map { point in
                [
                    .text(point.from.description), .whole(point.share.numerator), .whole(point.share.denominator),
                    ReportValue(decimal: point.share.value),
                ]
            })
    }

    private var findings: [String] {
        let lines = [indicator.rule, leftOut]
        guard let chart else {
            return lines + ["n/a: limits need two points of which something was counted."]
        }
        return lines + [
            "Mean \(Written.percent(chart.mean)), limits \(Written.percents(chart.limits)); "
                + (signals.isEmpty ? "nothing stands out." : "\(signals.count) signals.")
        ]
    }

    private var table: ReportTable {
        ReportTable(
            "Each \(report.step.rawValue) by its first day, with the rules by which it stands out.",
            columns: [.words("From"), .figure("n/N"), .figure("Value"), .words("Signal")],
            rows: points.enumerated().map { place, point in
                let rules = signals.filter { $0.points.contains(place) }.map(\.rule.rawValue)
                return [
                    point.from.description + (point.isWhole ? "" : " (part)"), point.share.countsText,
                    point.share.percentText, rules.joined(separator: ", "),
                ]
            })
    }

    private var notes: [String] {
        var notes = [
            "Rules of \"Making data count\": outside a limit; seven rising or falling, where two alike break the row; two of "
                + "three beyond two thirds of a limit; seven in a row on one side of the mean.",
            "Limits lie at 2.66 mean moving ranges from the mean of the points; "
                + (report.isScreened
                    ? "ranges of 3.267 times their mean or more were left out, once."
                    : "no range was left out (--screened leaves out those beyond their own limit)."),
        ]
        if chart?.isTrial == true { notes.append("Fewer than twelve points: the limits are a trial.") }
        let cases = points.reduce(0) { $0 + $1.share.denominator }
        if report.step == .month, !points.isEmpty, cases < TrendTable.leastCases * points.count {
            notes.append(
                "Fewer than \(TrendTable.leastCases) cases a month: a share of so few jumps by itself; ask for quarters."
            )
        }
        let empty = points.count { $0.share.denominator == 0 }
        if empty > 0 { notes.append("Points of which nothing was counted have no value: \(empty).") }
        if points.contains(where: { !$0.isWhole }) {
            notes.append("A point marked as part is not all in the period, or not over yet.")
        }
        return notes
    }

    /// How many cases a month takes for its share to say something (statistics.md 5).
    private static let leastCases = 10
}
