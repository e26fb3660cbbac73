import Markup

/// What somebody typed beside what somebody else recorded meanwhile: nothing of either is lost, and a person decides.
package struct ConflictPage: Hashable, Sendable {
    /// A field in both versions.
    package struct Row: Hashable, Sendable {
        /// What the field is called.
        package let label: String
        /// What was typed.
        package let yours: String
        /// What is on record now.
        package let theirs: String

        /// A field in both versions.
        package init(_ label: String, yours: String, theirs: String) {
            self.label = label
            self.yours = yours
            self.theirs = theirs
        }
    }

    private let title: String
    private let lead: [String]
    private let rows: [Row]
    private let form: AskForm

    /// A page.
    /// - Parameter form: what was typed, upon the version that is on record now.
    package init(_ title: String, lead: [String], rows: [Row], form: AskForm) {
        self.title = title
        self.lead = lead
        self.rows = rows
        self.form = form
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let table = ConflictPage.table(rows, under: (yours: "What you typed", theirs: "What is on record now"))
        return AskPage(title: title, lead: lead, faults: [FormFault(nil, ConflictPage.sentence)], forms: [form])
            .document(in: frame, below: [table])
    }

    /// Both versions side by side.
    /// - Parameter heads: what stands above the two columns.
    static func table(_ rows: [Row], under heads: (yours: String, theirs: String)) -> Node {
        let head = ["Field", heads.yours, heads.theirs].map { name in
            el("th", [.scope("col"), Attribute("role", "columnheader")], .text(name))
        }
        return el(
            "table", [.class("conflict"), Attribute("role", "table")],
            el("caption", [], el("span", [.class("block")], "Both versions")),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: head)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows.map { node(of: $0, under: heads) }))
    }

    private static let sentence =
        "Somebody else changed this while you were typing. Nothing is lost: look at both, and save what is right."

    private static func node(of row: Row, under heads: (yours: String, theirs: String)) -> Node {
        el(
            "tr", [Attribute("role", "row"), .class(row.yours == row.theirs ? "same" : "marked")],
            el("th", [.scope("row"), Attribute("role", "rowheader")], .text(row.label)),
            cell(heads.yours, row.yours), cell(heads.theirs, row.theirs))
    }

    private static func cell(_ label: String, _ text: String) -> Node {
        el("td", [Attribute("role", "cell"), Attribute("data-label", label), .class("words")], .text(text))
    }
}
