import CivilDate
import Intervention
import Postgres
import Statistics

/// Days looked after against baseline and target, days averted, and what they are worth (`uk.md` 6.1, `published.md` P2).
package struct OutcomesContractTable: ReportAnswer {
    /// What was counted.
    struct Counts: Hashable, Sendable {
        var children = 0
        var finished = 0
        var unrecorded = 0
        var childDays = 0
        var careDays = 0
        var inCare = 0
    }

    let request: ReportRequest
    /// What was asked.
    package let report: OutcomesContractReport
    let counts: Counts
    /// Days looked after of all days tracked.
    package let care: Proportion

    /// - Throws: ``ReportFault/impossibleDays(_:)`` for more days looked after than days.
    init(
        answering request: ReportRequest, _ report: OutcomesContractReport, _ counts: Counts
    ) throws(ReportFault) {
        guard let care = Proportion(numerator: counts.careDays, denominator: counts.childDays) else {
            throw .impossibleDays(.lookedAfter)
        }
        self.request = request
        self.report = report
        self.counts = counts
        self.care = care
    }

    /// The days that the baseline would have given; nil where nobody is tracked.
    package var expectedCareDays: Double? {
        counts.childDays > 0 ? Double(counts.childDays) * report.contract.baseline.fraction.value : nil
    }

    /// Expected days less those that there were; negative where there were more. Nil where nobody is tracked.
    package var avertedDays: Double? { expectedCareDays.map { $0 - Double(counts.careDays) } }

    /// Whether the exact share is at most the target; nil where nobody is tracked.
    package var isTargetMet: Bool? { care.fraction.map { $0 <= report.contract.target.fraction } }

    /// Days averted times the price, at least 0 and at most the cap; nil without a price and where nobody is tracked.
    package var payment: Double? {
        guard let averted = avertedDays, let price = report.contract.price else { return nil }
        let earned = max(0, averted) * price.fraction.value
        return report.contract.cap.map { min(earned, $0.fraction.value) } ?? earned
    }
}

extension OutcomesContractTable.Counts {
    init(row: Row) throws(PostgresFault) {
        children = try row.decode("children")
        finished = try row.decode("finished")
        unrecorded = try row.decode("unrecorded")
        childDays = try row.decode("child_days")
        careDays = try row.decode("care_days")
        inCare = try row.decode("in_care")
    }
}

extension OutcomesContractTable {
    package var document: ReportDocument {
        ReportDocument(
            "outcomes-contract", title: "Contract on outcomes", answering: request, findings: findings, fields: fields,
            tables: [table], records: ReportRecords(columns: fields.map(\.key), rows: [fields.map(\.value)]),
            notes: notes)
    }

    private var fields: [ReportValue.Member] {
        let contract = report.contract
        return [
            .init("on", .text(report.day.description)),
            .init("window_months", .whole(contract.window.months)),
            .init("baseline", .stated(contract.baseline.text)),
            .init("target", .stated(contract.target.text)),
            .init("children", .whole(counts.children)),
            .init("finished", .whole(counts.finished)),
            .init("without_spells", .whole(counts.unrecorded)),
            .init("in_care", .whole(counts.inCare)),
            .init("child_days", .whole(counts.childDays)),
            .init("care_days", .whole(counts.careDays)),
            .init("care_proportion", ReportValue(decimal: care.value)),
            .init("expected_care_days", ReportValue(decimal: expectedCareDays)),
            .init("averted_days", ReportValue(decimal: avertedDays)),
            .init("target_met", ReportValue(boolean: isTargetMet)),
            .init("price", contract.price.map { .stated($0.text) } ?? .null),
            .init("cap", contract.cap.map { .stated($0.text) } ?? .null),
            .init("payment", ReportValue(decimal: payment)),
        ]
    }

    private var findings: [String] {
        let cohort =
            "\(counts.children) children whose treatment began in the period, each tracked for \(report.contract.window.months) "
            + "months from the first session, up to \(report.day); of \(counts.finished) the window is over."
        guard counts.children > 0 else { return [cohort, "n/a: nobody's treatment began in the period."] }
        return [
            cohort,
            "Looked after on \(care.counts) days: the target of at most \(Written.percent(report.contract.target.fraction.value)) "
                + (isTargetMet == true ? "is met." : "is not met."),
        ]
    }

    private var table: ReportTable {
        func days(_ value: Double?) -> String { value.map { Written.decimal($0, places: 1) } ?? "n/a" }
        let contract = report.contract
        return ReportTable(
            "Days looked after against the baseline.",
            columns: [.words(""), .figure("Value")],
            rows: [
                ["Days tracked", "\(counts.childDays)"], ["Days looked after", "\(counts.careDays)"],
                ["Care proportion", care.shareText],
                ["Baseline", Written.percent(contract.baseline.fraction.value)],
                ["Days expected by the baseline", days(expectedCareDays)], ["Days averted", days(avertedDays)],
                ["Looked after on the last day tracked", "\(counts.inCare)/\(counts.children)"],
                ["Price of a day averted", contract.price?.text ?? "none agreed"],
                ["Cap", contract.cap?.text ?? "none agreed"],
                ["Payment", payment.map { Written.decimal($0, places: 2) } ?? "n/a"],
            ])
    }

    private var notes: [String] {
        [
            "Looked after is by provision; placements are not counted. A child's days are counted once however many spells "
                + "there are, from the day a spell begins to the day before it ends.",
            "Children without any spell on record: \(counts.unrecorded). They count with no day; nothing on record is not "
                + "the same as days at home.",
            "The baseline is what the contract agrees, and no comparison group: the days averted are the contract's, and no "
                + "proof of what treatment brought about.",
        ]
    }
}
