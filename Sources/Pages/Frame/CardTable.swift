import Markup

/// A table of what is to be gone through, a row for each. On narrow screens a row becomes a card whose values have the names
/// of their columns.
struct CardTable {
    /// A row: what it is about, and what stands in the other columns.
    struct Row {
        let head: Node
        let cells: [Node]

        init(_ head: Node, _ cells: [Node]) {
            self.head = head
            self.cells = cells
        }
    }

    /// What the table is of, for those who do not see the heading above it.
    let title: String
    let columns: [String]
    let rows: [Row]

    /// The rows that stand in one place of a list below a heading with their number, or a sentence when there are none.
    static func block(_ title: String, _ columns: [String], _ rows: [Row], none: String = "None.") -> [Node] {
        guard !rows.isEmpty else { return [el("h2", [], .text(title)), el("p", [], .text(none))] }
        return [
            el("h2", [], .text("\(title) (\(rows.count))")), CardTable(title: title, columns: columns, rows: rows).node,
        ]
    }

    var node: Node {
        let heads = columns.map { el("th", [.scope("col"), Attribute("role", "columnheader")], .text($0)) }
        return el(
            "table", [Attribute("role", "table")],
            el("caption", [], el("span", [.class("unseen")], .text(title))),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: heads)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows.map(row)))
    }

    private func row(_ row: Row) -> Node {
        let cells = zip(columns.dropFirst(), row.cells).map { name, content in
            el("td", [Attribute("role", "cell"), Attribute("data-label", name)], el("div", [], content))
        }
        return el(
            "tr", [Attribute("role", "row")],
            each: [el("th", [.scope("row"), Attribute("role", "rowheader")], row.head)] + cells)
    }
}
