import Markup

/// The figures of a picture as rows: the first column names the row.
package struct PictureTable: Hashable, Sendable {
    /// What the rows are, in a few words.
    package let caption: String
    /// The heads of the columns.
    package let columns: [String]
    /// The rows, each as long as ``columns``; an empty text where there is no figure.
    package let rows: [[String]]

    /// The table for a page. A narrow screen shows each row as a card, each figure with the head of its column.
    var node: Node {
        let heads = columns.enumerated().map { place, head in
            el("th", (place == 0 ? [] : [.class("number")]) + [.scope("col")], .text(head))
        }
        let body = rows.map { row in
            el("tr", [Attribute("role", "row")], each: zip(columns, row).enumerated().map { cell($0, $1.0, $1.1) })
        }
        return el(
            "table", [.class("figures"), Attribute("role", "table")], el("caption", [], .text(caption)),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: heads)),
            el("tbody", [Attribute("role", "rowgroup")], each: body))
    }

    private func cell(_ place: Int, _ head: String, _ text: String) -> Node {
        guard place > 0 else { return el("th", [.scope("row"), Attribute("role", "rowheader")], .text(text)) }
        return el(
            "td",
            [
                .class(text.isEmpty ? "number nothing" : "number"), Attribute("role", "cell"),
                Attribute("data-label", head),
            ],
            .text(text))
    }
}
