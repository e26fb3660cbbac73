import CivilDate
import Intervention
import Statistics

extension CareDaysTable {
    /// The table as JSON. The same facts and the same day give the same bytes: there is no time of running in it.
    package func json() -> String {
        let report = ReportValue.object([
            .init("report", .text("care-days")),
            .init("scope", .object(scope.values)),
            .init("period", .object(period.values)),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("edition", .null),
            .init("rows", .array(lines.map { .object($0.values) })),
            .init("children", .whole(children)),
            .init("child_days", .whole(childDays)),
            .init("notes", .array(notes.map { .text($0) })),
        ])
        return report.json() + "\n"
    }

    /// The rows as CSV (RFC 4180): a header, one line a row, the columns named as the keys of the JSON form.
    package func csv() -> String {
        let header = ["key", "title", "numerator", "denominator", "children", "value"]
        return CSVText.lines([header] + lines.map { $0.values.map(\.value.plain) })
    }

    /// A row as it is written down.
    private struct Line {
        let key: String
        let title: String
        let share: Proportion
        let children: Int

        var values: [ReportValue.Member] {
            [
                .init("key", .text(key)),
                .init("title", .text(title)),
                .init("numerator", .whole(share.numerator)),
                .init("denominator", .whole(share.denominator)),
                .init("children", .whole(children)),
                .init("value", ReportValue(decimal: share.value)),
            ]
        }
    }

    /// The measures, of child-days; then the children of whom nothing is on record, of children.
    private var lines: [Line] {
        let measures = rows.map { row in
            Line(key: row.measure.rawValue, title: row.measure.title, share: row.share, children: row.children)
        }
        let missing = Proportion(numerator: withoutSpells, denominator: children).map { share in
            Line(
                key: "children_without_spells", title: "Children without any spell on record", share: share,
                children: withoutSpells
            )
        }
        return measures + [missing].compactMap(\.self)
    }
}
