import Markup

/// A table of words: on a narrow page each row becomes a list with its columns' names.
struct WordTable {
    let caption: String
    let columns: [String]
    /// A row each, with the row's heading first.
    let rows: [[Node]]

    var node: Node {
        let head = columns.map { el("th", [.scope("col"), Attribute("role", "columnheader")], .text($0)) }
        return el(
            "table", [.class("families"), Attribute("role", "table")], el("caption", [], .text(caption)),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: head)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows.map(row)))
    }

    private func row(_ cells: [Node]) -> Node {
        let tail = zip(columns, cells).dropFirst().map { name, cell in
            el("td", [Attribute("role", "cell"), Attribute("data-label", name)], cell)
        }
        let head = cells.prefix(1).map { el("th", [.scope("row"), Attribute("role", "rowheader")], $0) }
        return el("tr", [Attribute("role", "row")], each: head + tail)
    }
}
