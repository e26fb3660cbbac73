import CivilDate
import Intervention
import Statistics

extension ReferralsTable {
    /// The table as JSON. The same facts give the same bytes: there is no time of running in it.
    package func json() -> String {
        let report = ReportValue.object([
            .init("report", .text("referrals")),
            .init("scope", .object(scope.values)),
            .init("period", .object(period.values)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("rows", .array(lines.map { .object($0) })),
        ])
        return report.json() + "\n"
    }

    /// The rows as CSV (RFC 4180): a header, one line a row, the columns named as the keys of the JSON form.
    package func csv() -> String {
        let header = [
            "model", "block", "key", "title", "numerator", "denominator", "value", "low", "high", "interval",
        ]
        return CSVText.lines([header] + lines.map { $0.map(\.value.plain) })
    }

    private var lines: [[ReportValue.Member]] {
        sections.flatMap { section in section.rows.map { $0.values(model: section.model) } }
    }
}

extension ReferralRow {
    /// The row's keys and values, in their order.
    fileprivate func values(model: String) -> [ReportValue.Member] {
        let interval = share.wilson()
        return [
            .init("model", .text(model)),
            .init("block", .text(block.rawValue)),
            .init("key", .text(key)),
            .init("title", .text(title)),
            .init("numerator", .whole(numerator)),
            .init("denominator", .whole(denominator)),
            .init("value", ReportValue(decimal: share.value)),
            .init("low", ReportValue(decimal: interval?.low)),
            .init("high", ReportValue(decimal: interval?.high)),
            .init("interval", ReportValue(text: interval.map { _ in "wilson-95" })),
        ]
    }
}
