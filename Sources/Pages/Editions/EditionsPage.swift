import CivilDate
import Markup
import Reporting

/// The editions that somebody may read: all that there are, and below the list one of them with its tables.
package enum EditionsPage {
    /// Where the pages are.
    package enum Address {
        /// All of them.
        package static let list = "/network/editions"
        /// One.
        package static let edition = list + "/{number}"
        /// A file of one.
        package static let file = edition + "/{file}"
        /// What stands for the number in addresses.
        package static let number = "number"
        /// What stands for the file in addresses.
        package static let name = "file"

        static func of(_ edition: Edition) -> String { "\(list)/\(edition.number)" }
    }

    /// A file of an edition that is given to keep.
    package struct File: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// What is in it.
        package let text: String
        /// Its media type.
        package let type: String
    }

    /// The files of an edition that are given to keep.
    package static func files(of edition: Edition) -> [File] {
        let data = edition.dataFiles.map { file in
            File(
                name: file.name, text: file.text,
                type: file.name.hasSuffix(".csv") ? "text/csv; charset=utf-8" : "application/json; charset=utf-8")
        }
        let page = EditionPage.document(edition).html
        return data + [File(name: "edition.html", text: page, type: "text/html; charset=utf-8")]
    }

    /// The list.
    package static func list(_ editions: [Edition], in frame: PageFrame) -> Document {
        let lead =
            "Figures that were frozen for others to read. What was frozen stays; a correction is another edition."
        let found =
            editions.isEmpty
            ? el("p", [], "There is no edition that you may read yet.")
            : table(of: editions)
        return frame.document(
            title: "Editions", [el("h1", [], "Editions"), el("p", [.class("lead")], .text(lead)), found])
    }

    /// One edition.
    package static func edition(_ edition: Edition, in frame: PageFrame) -> Document {
        let document = edition.document
        let notes = (document.notes + document.meanings).map { el("li", [], .text($0)) }
        return frame.document(
            title: edition.title,
            [el("h1", [], .text(edition.title))] + edition.basis.map { el("p", [.class("scope")], .text($0)) }
                + document.tables.map { table($0, of: document) }
                + [el("h2", [], "How to read it"), el("ul", [], each: notes)] + keep(edition)
                + [el("p", [.class("ways")], el("a", [.href(Address.list)], "All editions"))])
    }

    private static func table(of editions: [Edition]) -> Node {
        let columns = ["Edition", "Days", "For", "Model", "Restates", "Withheld", "As known at"]
        let rows = editions.reversed().map { edition in
            let document = edition.document
            return [
                "\(edition.number)", "\(document.from) to \(document.through)", document.profile,
                document.model ?? "all", document.restates.map { "\($0)" } ?? "", document.withheldText,
                document.dataCut,
            ]
        }
        return ReportTable("Editions, the newest first", columns: columns.map { .words($0) }, rows: rows)
            .node { "\(Address.list)/\($0)" }
    }

    /// A table of an edition; what is a part of a row is set in below it.
    private static func table(_ table: EditionDocument.Table, of document: EditionDocument) -> Node {
        ReportTable(
            table.name, columns: [.words("Counted")] + table.columns.map { .figure($0) },
            rows: table.rows.map { row in
                [String(repeating: "\u{2003}", count: row.depth) + row.name]
                    + table.columns.map { document.shown(table.cell(row.name, $0)) }
            }
        ).node
    }

    private static func keep(_ edition: Edition) -> [Node] {
        let links = files(of: edition).map { entry in
            el("li", [], el("a", [.href("\(Address.of(edition))/\(entry.name)")], .text(entry.name)))
        }
        return [el("div", [.class("ways")], el("h2", [], "To keep"), el("ul", [], each: links))]
    }
}
