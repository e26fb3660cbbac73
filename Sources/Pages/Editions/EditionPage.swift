import CivilDate
import Markup
import Reporting

/// A frozen edition as one page that stands for itself, needs nothing from elsewhere and prints well.
package enum EditionPage {
    /// The page. The same edition gives the same bytes.
    package static func document(_ edition: Edition) -> Document {
        Document(
            head: [
                el("meta", [Attribute("charset", "utf-8")]),
                el(
                    "meta",
                    [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")]),
                el("title", [], .text(edition.title)), el("style", [], .text(style)),
            ],
            body: [
                el(
                    "main", [],
                    each: [el("h1", [], .text(edition.title))] + edition.basis.map { el("p", [], .text($0)) }
                        + edition.document.tables.map { table($0, of: edition.document) } + [notes(edition.document)])
            ])
    }

    private static let style = """
        body { font: 11pt/1.4 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #111; }
        p { overflow-wrap: anywhere; }
        table { border-collapse: collapse; margin: 2em 0; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: bold; padding-bottom: .4em; }
        th, td { border-bottom: 1px solid #999; padding: .2em .6em; text-align: left; vertical-align: bottom; }
        td, thead th { text-align: right; }
        thead th:first-child { text-align: left; }
        tbody th { font-weight: normal; }
        .depth-1 { padding-left: 1.8em; }
        .depth-2 { padding-left: 3em; }
        @media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        """

    private static func table(_ table: EditionDocument.Table, of document: EditionDocument) -> Node {
        el(
            "table", [], el("caption", [], .text(table.name)),
            el(
                "thead", [],
                el("tr", [], each: (["Counted"] + table.columns).map { el("th", [.scope("col")], .text($0)) })),
            el(
                "tbody", [],
                each: table.rows.map { row in
                    el(
                        "tr", [],
                        each: [el("th", [.scope("row"), .class("depth-\(row.depth)")], .text(row.name))]
                            + table.columns.map { column in
                                el("td", [], .text(document.shown(table.cell(row.name, column))))
                            })
                }))
    }

    private static func notes(_ document: EditionDocument) -> Node {
        el(
            "section", [], el("h2", [], "How to read it"),
            el("ul", [], each: (document.notes + document.meanings).map { el("li", [], .text($0)) }),
            el("h2", [], "By which numbers"),
            el(
                "ul", [],
                each: document.parameters.map {
                    el("li", [], .text("\($0.name): \($0.value) \($0.unit). \($0.source)"))
                }))
    }
}
