import CivilDate
import Intervention
import Statistics

extension ReferralsTable {
    /// The table as JSON. The same facts give the same bytes: there is no time of running in it.
    package func json() -> String { document.json() }

    /// What has to be known to read the figures rightly, a sentence each.
    package var notes: [String] {
        [
            "Referrals count by the day of referral, the last block by the day of decision.",
            "A step counts those who took it by now; who did not yet is in N, and in no median.",
            "What social care provided before is as far back as its provision is on record: of a child without any, nobody "
                + "knows.",
        ]
    }

    /// The rows as CSV (RFC 4180): a header, one line a row, the columns named as the keys of the JSON form.
    package func csv() -> String { document.csv() }

    /// The lines of all models.
    var records: ReportRecords {
        let lines = sections.flatMap { section in section.rows.map { $0.values(model: section.model) } }
        return ReportRecords(columns: ReferralsTable.columns, rows: lines.map { $0.map(\.value) })
    }

    private static let columns = [
        "model", "block", "key", "title", "numerator", "denominator", "value", "low", "high", "interval", "median_days",
        "lower_quartile_days", "upper_quartile_days",
    ]
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
            .init("median_days", ReportValue(decimal: spread?.median)),
            .init("lower_quartile_days", ReportValue(decimal: spread?.lower)),
            .init("upper_quartile_days", ReportValue(decimal: spread?.upper)),
        ]
    }
}
