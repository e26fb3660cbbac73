import CivilDate
import Intervention

extension ReportDocument {
    /// The report as JSON.
    package func json() -> String {
        let head: [ReportValue.Member] = [
            .init("report", .text(name)),
            .init("scope", scope.map { .object($0.values) } ?? .null),
            .init("period", period.map { .object($0.values) } ?? .null),
            .init("known_at", ReportValue(text: knownAt?.description)),
            .init("edition", edition.map { .whole($0.number) } ?? .null),
        ]
        return ReportValue.object(head + fields + [.init("notes", .array(notes.map { .text($0) }))]).json() + "\n"
    }

    /// The records as CSV (RFC 4180): a header, one line a record, the columns named as the keys of the JSON form.
    package func csv() -> String {
        CSVText.lines([records.columns] + records.rows.map { $0.map(\.plain) })
    }

    /// The report for people: findings, tables, and what has to be known to read them.
    package func text() -> String {
        var lines = [heading] + basis + findings
        for table in tables { lines += [""] + table.lines }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The title with what the report is about.
    package var heading: String {
        guard let scope else { return title }
        let models =
            switch scope.models {
            case .each: "each model"
            case .one(let id): "model \(id)"
            case .pooled: "all models pooled"
            }
        return "\(title): \(scope.placeText), \(models)"
    }

    /// Which days count, as known when, and of which edition; empty where no days do.
    package var basis: [String] {
        guard let scope, let period else { return [] }
        let edition = edition.map { ", edition \($0.number)" } ?? ""
        return ["From \(period)\(scope.knowledge(knownAt))\(edition)."]
    }
}

extension ReportTable {
    /// The table as lines of text.
    fileprivate var lines: [String] {
        let header = columns.map(\.title)
        let layout = TextColumns(columns.map { $0.isFigure ? .right : .left }, fitting: [header] + rows)
        let body = rows.isEmpty ? ["  n/a: nothing to count."] : rows.map(layout.line)
        return [caption, layout.line(header)] + body
    }
}
