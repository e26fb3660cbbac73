import Markup
import Reporting

extension ReportTable {
    /// The table for a page; a narrow screen shows each row as a card.
    var node: Node { node { _ in nil } }

    /// The same, the names of rows leading on.
    /// - Parameter address: where the name of a row leads; nil for nowhere.
    func node(leading address: (String) -> String?) -> Node {
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
            el("tbody", [Attribute("role", "rowgroup")], each: rows.isEmpty ? [none] : rows.map { line($0, address) }))
    }

    private func line(_ cells: [String], _ address: (String) -> String?) -> Node {
        el(
            "tr", [Attribute("role", "row")],
            each: zip(columns, cells).enumerated().map { place, cell in
                let (column, text) = cell
                guard place > 0 else {
                    let name = address(text).map { el("a", [.href($0)], .text(text)) } ?? .text(text)
                    return el("th", [.scope("row"), Attribute("role", "rowheader")], name)
                }
                return el(
                    "td",
                    [
                        .class(text.isEmpty ? "nothing" : column.isFigure ? "number" : "told"),
                        Attribute("role", "cell"), Attribute("data-label", column.title),
                    ], .text(text))
            })
    }
}
