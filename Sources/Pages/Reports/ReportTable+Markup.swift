import Markup
import Reporting

extension ReportTable {
    /// The table for a page; a narrow screen shows each row as a card.
    var node: Node {
        let heads = columns.map { column in
            el(
                "th",
                (column.isFigure ? [.class("number")] : []) + [.scope("col"), Attribute("role", "columnheader")],
                .text(column.title))
        }
        let none = el(
            "tr", [Attribute("role", "row")],
            el("th", [.scope("row"), Attribute("role", "rowheader")], "n/a: nothing to count."))
        return el(
            "table", [.class("figures"), Attribute("role", "table")], el("caption", [], .text(caption)),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: heads)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows.isEmpty ? [none] : rows.map(line)))
    }

    private func line(_ cells: [String]) -> Node {
        el(
            "tr", [Attribute("role", "row")],
            each: zip(columns, cells).enumerated().map { place, cell in
                let (column, text) = cell
                guard place > 0 else { return el("th", [.scope("row"), Attribute("role", "rowheader")], .text(text)) }
                return el(
                    "td",
                    [
                        .class(text.isEmpty ? "nothing" : column.isFigure ? "number" : "told"),
                        Attribute("role", "cell"), Attribute("data-label", column.title),
                    ], .text(text))
            })
    }
}
