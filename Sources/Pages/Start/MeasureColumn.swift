import Intervention
import Markup
import Reporting

/// The columns of a table of a model's measures.
enum MeasureColumn: CaseIterable {
    case measure, base, value, interval, unknown, notDue

    private var title: String {
        switch self {
        case .measure: "Measure"
        case .base: "Of"
        case .value: "Own value"
        case .interval: "95% interval"
        case .unknown: "Unknown"
        case .notDue: "Not due yet"
        }
    }

    private var isNumber: Bool {
        switch self {
        case .measure, .base: false
        case .value, .interval, .unknown, .notDue: true
        }
    }

    /// The cell above the column.
    var header: Node {
        var attributes: [Attribute] = [.scope("col"), Attribute("role", "columnheader")]
        if isNumber { attributes.append(.class("number")) }
        return el("th", attributes, .text(title))
    }

    /// The cell of a row. Narrow screens show the column's title in front of it.
    func cell(of row: MeasureRow) -> Node {
        if self == .measure {
            return el("th", [.scope("row"), Attribute("role", "rowheader")], .text(row.measure.title))
        }
        let content = content(of: row)
        let classes = (isNumber ? ["number"] : []) + (content == nil ? ["nothing"] : [])
        var attributes = [Attribute("role", "cell"), Attribute("data-label", title)]
        if !classes.isEmpty { attributes.append(.class(classes.joined(separator: " "))) }
        return el("td", attributes, content ?? IndicatorColumn.nothing)
    }

    private func content(of row: MeasureRow) -> Node? {
        switch self {
        case .measure: .text(row.measure.title)
        case .base: .text(row.baseText)
        case .value: value(of: row)
        case .interval: row.intervalText.isEmpty ? nil : .text(row.intervalText)
        case .unknown: .text("\(row.unknown)")
        case .notDue: row.notDueText.isEmpty ? nil : .text(row.notDueText)
        }
    }

    /// The value with what it is of; base rates are low, so it never stands alone.
    private func value(of row: MeasureRow) -> Node {
        guard row.denominator > 0 else { return [el("span", [.class("counts")], "nothing to count")] }
        return el(
            "span", [], el("strong", [], .text(row.valueText)), " ",
            el("span", [.class("counts")], .text(row.countsWords)))
    }
}

extension MeasureBlock {
    /// The block as a table.
    var node: Node {
        let header = el("tr", [Attribute("role", "row")], each: MeasureColumn.allCases.map(\.header))
        var caption: [Node] = [el("span", [.class("block")], .text(title))]
        if !notes.isEmpty { caption += [" ", el("span", [.class("base")], .text(notes.joined(separator: " ")))] }
        return el(
            "table", [.class("indicators measures"), Attribute("role", "table")], el("caption", [], each: caption),
            el("thead", [Attribute("role", "rowgroup")], header),
            el(
                "tbody", [Attribute("role", "rowgroup")],
                each: rows.map { row in
                    el("tr", [Attribute("role", "row")], each: MeasureColumn.allCases.map { $0.cell(of: row) })
                }))
    }
}
