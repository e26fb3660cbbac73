import Intervention
import Statistics

extension PrePostTable {
    package var document: ReportDocument {
        ReportDocument(
            "pre-post", title: "Provision by social care before and after treatment", answering: request,
            findings: banner + findings, fields: fields, tables: [table], records: records, notes: notes)
    }

    private var fields: [ReportValue.Member] {
        let whole = rows.first
        return [
            .init("before", side(whole?.before, report.before)),
            .init("after", side(whole?.after, report.after)),
            .init("equal_windows", .boolean(isEqual)),
            .init(
                "kinds",
                .array(
                    rows.dropFirst().map { row in
                        .object([
                            .init("kind", ReportValue(text: row.kind?.rawValue)),
                            .init("before", side(row.before, report.before)),
                            .init("after", side(row.after, report.after)),
                        ])
                    })),
            .init("children", .whole(children)),
            .init("not_over", .whole(notOver)),
            .init("without_spells", .whole(unrecorded)),
        ]
    }

    private func side(_ share: Proportion?, _ window: WindowLength) -> ReportValue {
        .object([
            .init("days", .whole(window.days)),
            .init("numerator", .whole(share?.numerator ?? 0)),
            .init("denominator", .whole(share?.denominator ?? 0)),
            .init("value", ReportValue(decimal: share?.value)),
        ])
    }

    private var records: ReportRecords {
        ReportRecords(
            columns: [
                "kind", "title", "before_days", "before_numerator", "before_denominator", "before_value", "after_days",
                "after_numerator", "after_denominator", "after_value", "equal_windows",
            ],
            rows: rows.map { row in
                [
                    .text(row.kind?.rawValue ?? "any"), .text(title(of: row)), .whole(report.before.days),
                    .whole(row.before.numerator), .whole(row.before.denominator),
                    ReportValue(decimal: row.before.value), .whole(report.after.days), .whole(row.after.numerator),
                    .whole(row.after.denominator), ReportValue(decimal: row.after.value), .boolean(isEqual),
                ]
            })
    }

    private func title(of row: Row) -> String {
        switch row.kind {
        case .childInNeed: "Child in need plan"
        case .childProtection: "Child protection plan"
        case .lookedAfter: "Looked after"
        case nil: "Any provision by social care"
        }
    }

    /// What stands over everything when the windows are not alike.
    private var banner: [String] {
        isEqual
            ? []
            : [
                "UNEQUAL WINDOWS: \(report.before.days) days before and \(report.after.days) days after. The longer a window, "
                    + "the more children have provision in it: the two columns cannot be compared."
            ]
    }

    private var findings: [String] {
        let lines = [
            "Counted: children with at least one day of provision in the window, of children whose treatment was closed in "
                + "the period, each once.",
            "Not counted because the window after is not over: \(notOver).",
        ]
        return children > 0 ? lines : lines + ["n/a: of no child are both windows over."]
    }

    private var table: ReportTable {
        ReportTable(
            "Of \(children) children, those with provision in the \(report.before.days) days before the first session and in "
                + "the \(report.after.days) days from the closing on.",
            columns: [
                .words("Provision"), .figure("Before"), .figure("n/N"), .figure("After"), .figure("n/N"),
                .figure("Difference (95%)"),
            ],
            rows: rows.map { row in
                [
                    title(of: row), row.before.percentText, row.before.countsText, row.after.percentText,
                    row.after.countsText, difference(row),
                ]
            })
    }

    /// After less before where the windows are alike. The children of both are the same ones, for which the interval of two
    /// independent groups is too wide: it errs on the side of caution.
    private func difference(_ row: Row) -> String {
        guard isEqual, let difference = ProportionDifference(row.after, row.before) else { return "n/a" }
        let points = [difference.value, difference.limits.low, difference.limits.high].map {
            Written.decimal($0 * 100, places: 1)
        }
        return "\(points[0]) (\(points[1]) to \(points[2])) points"
    }

    private var notes: [String] {
        [
            "A month is a twelfth of 365 days, so that windows are as long for every child.",
            "Children without any spell on record: \(unrecorded). They count as without provision; nothing on record is "
                + "not the same as none.",
            "A child's first treatment that was closed in the period counts; kinds of provision overlap and are not added up.",
            "What changed after treatment need not have changed because of it: there is no comparison group here.",
        ]
    }
}
