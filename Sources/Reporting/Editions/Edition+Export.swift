import CivilDate

extension Edition {
    /// A file of an export.
    package struct File: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// What is in it.
        package let text: String
    }

    /// The tables as CSV, one file each, and what describes them as a data package. A withheld figure is the profile's
    /// symbol, whichever the reason. The same edition gives the same bytes.
    package var dataFiles: [File] {
        let tables = document.tables.enumerated().map { index, table in
            File(name: Self.fileName(index, table), text: csv(table))
        }
        return tables + [File(name: "datapackage.json", text: description.json() + "\n")]
    }

    /// All figures as CSV, with the table of each.
    package func csv() -> String {
        CSVText.lines(
            [["table"] + Self.columns] + document.tables.flatMap { table in lines(table).map { [table.name] + $0 } })
    }

    private static func fileName(_ index: Int, _ table: EditionDocument.Table) -> String {
        let word = table.name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }
            .joined().split(separator: "-").joined(separator: "-")
        return "table-\(index + 1)-\(word).csv"
    }

    private static let columns = ["row", "column", "value", "percentage", "meaning"]

    private func csv(_ table: EditionDocument.Table) -> String {
        CSVText.lines([Self.columns] + lines(table))
    }

    private func lines(_ table: EditionDocument.Table) -> [[String]] {
        let meanings = Dictionary(table.rows.map { ($0.name, $0.meaning) }) { first, _ in first }
        return table.cells.map { cell in
            [
                cell.row, cell.column, cell.value.map { "\($0)" } ?? document.symbol,
                // The sign is said by the column's unit.
                cell.percentage.map { String($0.dropLast()) } ?? "", meanings[cell.row] ?? "",
            ]
        }
    }

    private var description: ReportValue {
        .object([
            .init("profile", .text("tabular-data-package")),
            .init("name", .text("homeward-edition-\(number)")),
            .init("title", .text(title)),
            .init("version", .text("\(number)")),
            .init("created", .text("\(frozenAt)")),
            .init("hash", .text("sha256:\(hash)")),
            .init("data_cut", .text(document.dataCut)),
            .init("period", .object([.init("from", .text(document.from)), .init("to", .text(document.through))])),
            .init("restates", document.restates.map { .whole($0) } ?? .null),
            .init("withheld", .text(document.withheldText)),
            .init("description", .text(document.notes.joined(separator: " "))),
            .init("resources", .array(document.tables.enumerated().map { resource($0, $1) })),
        ])
    }

    private func resource(_ index: Int, _ table: EditionDocument.Table) -> ReportValue {
        .object([
            .init("profile", .text("tabular-data-resource")),
            .init("name", .text(String(Self.fileName(index, table).dropLast(4)))),
            .init("path", .text(Self.fileName(index, table))),
            .init("title", .text(table.name)),
            .init("mediatype", .text("text/csv")),
            .init("encoding", .text("utf-8")),
            .init(
                "schema",
                .object([
                    .init("fields", .array(fields)),
                    .init("missingValues", .array([.text(""), .text(document.symbol)])),
                    .init("primaryKey", .array([.text("row"), .text("column")])),
                ])),
        ])
    }

    private var fields: [ReportValue] {
        func field(_ name: String, _ type: String, _ unit: String?, _ text: String) -> ReportValue {
            .object([
                .init("name", .text(name)), .init("type", .text(type)), .init("unit", ReportValue(text: unit)),
                .init("description", .text(text)),
            ])
        }
        return [
            field("row", "string", nil, "What is counted."),
            field("column", "string", nil, "Where, or in which quarters of the calendar."),
            field(
                "value", "integer", "records",
                "How many; \(document.symbol) stands for a figure that is withheld, for whichever reason."),
            field("percentage", "number", "percent", "Of printed figures: of which ones the meaning says."),
            field("meaning", "string", nil, "Who counts, of whom."),
        ]
    }
}
