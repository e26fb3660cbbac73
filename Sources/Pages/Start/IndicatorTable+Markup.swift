import Intervention
import Markup
import Reporting

extension IndicatorTable {
    /// The table as sections, one for each model.
    var nodes: [Node] {
        guard !sections.isEmpty else {
            return [el("p", [.class("lead")], "No team of this site works, and nothing happened in this period.")]
        }
        return sections.map(\.node)
    }
}

extension IndicatorTable.Section {
    fileprivate var node: Node {
        let heading = "model-\(model)"
        return el(
            "section", [.class("model"), Attribute("aria-labelledby", heading)],
            each: [el("h2", [.id(heading)], .text(title)), summary] + Indicator.Block.allCases.map(table)
                + blocks.map(\.node) + sources)
    }

    private var summary: Node {
        guard closures > 0 else { return el("p", [.class("lead")], "No episode was closed in this period.") }
        return el(
            "p", [.class("lead")], el("strong", [], .text("\(closures)")),
            .text(closures == 1 ? " closure, " : " closures, "), el("strong", [], .text("\(opportunity)")),
            " of them with the opportunity for a full course of treatment.")
    }

    private func table(_ block: Indicator.Block) -> Node {
        let header = el("tr", [Attribute("role", "row")], each: IndicatorColumn.allCases.map(\.header))
        return el(
            "table", [.class("indicators"), Attribute("role", "table")],
            el(
                "caption", [], el("span", [.class("block")], .text(block.title)), " ",
                el("span", [.class("base")], .text((block.base + rows.otherBases(in: block)).joined(separator: " ")))),
            el("thead", [Attribute("role", "rowgroup")], header),
            el(
                "tbody", [Attribute("role", "rowgroup")],
                each: rows.filter { $0.indicator.block == block }.map { row in
                    el("tr", [Attribute("role", "row")], each: IndicatorColumn.allCases.map { $0.cell(of: row) })
                }))
    }

    /// Whose figures stand in the column of comparators, each once.
    private var sources: [Node] {
        var lines: [String] = []
        for case let comparator? in rows.map(\.comparator) {
            let line = "Comparator: \(comparator.label). It is no target."
            if !lines.contains(line) { lines.append(line) }
        }
        return lines.map { el("p", [.class("source")], .text($0)) }
    }
}
