import CivilDate

extension Edition {
    /// The edition as JSON.
    /// - Parameter statuses: why each figure is printed as it is; nil for who may not know: a figure is then shown, rounded
    ///   or withheld.
    package func json(_ statuses: [EditionFigureName: EditionStatuses.Status]?) -> String {
        ReportValue.object(head + [.init("tables", .array(document.tables.map { table($0, statuses) }))] + foot)
            .json() + "\n"
    }

    /// What stands over the tables: number, hash, cut and how it was made.
    private var head: [ReportValue.Member] {
        [
            .init("number", .whole(number.number)),
            .init("hash", .text(hash)),
            .init("data_cut", .text(document.dataCut)),
            .init("profile", .text(document.profile)),
            .init("audience", .text(document.audience)),
            .init("symbol", .text(document.symbol)),
            .init("from", .text(document.from)),
            .init("to", .text(document.through)),
            .init("model", ReportValue(text: document.model)),
            .init("restates", document.restates.map { .whole($0) } ?? .null),
            .init("code_version", .text(document.codeVersion)),
            .init("frozen_at", .text("\(frozenAt)")),
            .init("frozen_by", ReportValue(text: frozenBy)),
            .init("note", ReportValue(text: document.note)),
            .init("withheld", .whole(document.withheld)),
            .init("figures", .whole(document.figures)),
        ]
    }

    private var foot: [ReportValue.Member] {
        func versions(_ all: [EditionDocument.Versions], _ key: String) -> ReportValue {
            .array(
                all.map {
                    .object([.init(key, .text($0.of)), .init("versions", .array($0.versions.map { .whole($0) }))])
                })
        }
        return [
            .init(
                "parameters",
                .array(
                    document.parameters.map {
                        .object([
                            .init("name", .text($0.name)), .init("value", .whole($0.value)),
                            .init("unit", .text($0.unit)), .init("source", .text($0.source)),
                        ])
                    })),
            .init("model_versions", versions(document.modelVersions, "model")),
            .init("settings_versions", versions(document.settingsVersions, "site")),
            .init(
                "changed",
                .array(
                    document.changed.map {
                        .object([.init("edition", .whole($0.edition)), .init("records", .whole($0.records))])
                    })),
            .init("notes", .array(document.notes.map { .text($0) })),
        ]
    }

    private func table(
        _ table: EditionDocument.Table, _ statuses: [EditionFigureName: EditionStatuses.Status]?
    ) -> ReportValue {
        .object([
            .init("name", .text(table.name)),
            .init("rows", .array(table.rows.map { .text($0.name) })),
            .init("columns", .array(table.columns.map { .text($0) })),
            .init(
                "cells",
                .array(
                    table.cells.map { cell in
                        let name = EditionFigureName(table: table.name, row: cell.row, column: cell.column)
                        return .object([
                            .init("row", .text(cell.row)), .init("column", .text(cell.column)),
                            .init("value", cell.value.map { .whole($0) } ?? .null),
                            .init("status", .text(statuses?[name]?.rawValue ?? cell.seen)),
                            .init("percentage", ReportValue(text: cell.percentage)),
                        ])
                    })),
        ])
    }

    /// The edition for people.
    package func text() -> String {
        var lines = [title] + basis
        for table in document.tables {
            let header = [""] + table.columns
            let rows = table.rows.map { row in
                [String(repeating: "  ", count: row.depth) + row.name]
                    + table.columns.map { document.shown(table.cell(row.name, $0)) }
            }
            let layout = TextColumns([.left] + table.columns.map { _ in .right }, fitting: [header] + rows)
            lines += ["", table.name, layout.line(header)] + rows.map(layout.line)
        }
        return (lines + [""] + document.notes).map { $0 + "\n" }.joined()
    }

    /// What it is called.
    package var title: String {
        let model = document.model.map { ", model \($0)" } ?? ""
        return "Edition \(number): \(document.from) to \(document.through), profile \(document.profile)\(model)"
    }

    /// How it was made, a line each.
    package var basis: [String] {
        var lines = [
            "As known at \(document.dataCut), made by \(document.codeVersion).",
            "Withheld: \(document.withheldText) of its figures, each printed as \(document.symbol).",
            "SHA-256 \(hash)",
        ]
        if let restates = document.restates { lines.insert("Restates edition \(restates).", at: 0) }
        for changed in document.changed {
            lines.append("Records changed since edition \(changed.edition): \(changed.records).")
        }
        if let note = document.note { lines.append("Note: \(note)") }
        return lines
    }
}

extension EditionDocument {
    /// Who counts in its rows, of whom; each sentence once.
    package var meanings: [String] {
        tables.flatMap(\.rows).reduce(into: []) { meanings, row in
            if !row.meaning.isEmpty, !meanings.contains(row.meaning) { meanings.append(row.meaning) }
        }
    }

    /// A figure as people read it, with its percentage; the symbol where it is withheld.
    package func shown(_ figure: Figure?) -> String {
        guard let figure else { return "" }
        guard let value = figure.value else { return symbol }
        return figure.percentage.map { "\(value) (\($0))" } ?? "\(value)"
    }
}

extension EditionDocument.Table {
    /// The figure of a row and a column.
    package func cell(_ row: String, _ column: String) -> EditionDocument.Figure? {
        cells.first { $0.row == row && $0.column == column }
    }
}

extension EditionDocument.Figure {
    /// What every reader sees of what became of it.
    var seen: String { value == nil ? "withheld" : isRounded ? "rounded" : "shown" }
}
