import Intervention
import Markup
import Reporting

/// The columns of an indicator table, in the published order.
enum IndicatorColumn: CaseIterable {
    case indicator, target, comparator, value, interval, unknown, verdict

    private var title: String {
        switch self {
        case .indicator: "Indicator"
        case .target: "Target"
        case .comparator: "Comparator"
        case .value: "Own value"
        case .interval: "95% interval"
        case .unknown: "Unknown"
        case .verdict: "Verdict"
        }
    }

    private var isNumber: Bool {
        switch self {
        case .indicator, .target, .verdict: false
        case .comparator, .value, .interval, .unknown: true
        }
    }

    /// What stands where there is nothing: a dash to the eye, a word to the ear.
    static let nothing: Node = [
        el("span", [Attribute("aria-hidden", "true")], "–"), el("span", [.class("unseen")], "none"),
    ]

    /// The cell above the column.
    var header: Node {
        var attributes: [Attribute] = [.scope("col"), Attribute("role", "columnheader")]
        if isNumber { attributes.append(.class("number")) }
        return el("th", attributes, .text(title))
    }

    /// The cell of a row. Narrow screens show the column's title in front of it.
    func cell(of row: IndicatorRow) -> Node {
        if self == .indicator {
            return el("th", [.scope("row"), Attribute("role", "rowheader")], .text(row.indicator.title))
        }
        let content = content(of: row)
        var classes = isNumber ? ["number"] : []
        if content == nil { classes.append("nothing") }
        if self == .verdict, row.isMet == false { classes.append("unmet") }
        var attributes = [Attribute("role", "cell"), Attribute("data-label", title)]
        if !classes.isEmpty { attributes.append(.class(classes.joined(separator: " "))) }
        return el("td", attributes, content ?? IndicatorColumn.nothing)
    }

    private func content(of row: IndicatorRow) -> Node? {
        switch self {
        case .indicator: .text(row.indicator.title)
        case .target: text(row.targetWords)
        case .comparator: text(row.comparatorText)
        case .value: value(of: row)
        case .interval: text(row.intervalText)
        case .unknown: .text("\(row.unknown)")
        case .verdict: verdict(of: row)
        }
    }

    private func text(_ words: String) -> Node? { words.isEmpty ? nil : .text(words) }

    /// The value with what it is of; a rate never stands alone.
    private func value(of row: IndicatorRow) -> Node {
        guard row.denominator > 0 else { return [el("span", [.class("counts")], "nothing to count")] }
        return el(
            "span", [], el("strong", [], .text(row.valueText)), " ",
            el("span", [.class("counts")], .text(row.countsWords)))
    }

    private func verdict(of row: IndicatorRow) -> Node? {
        switch row.verdictText {
        case "met": "Met"
        case "not met": el("strong", [], "Not met")
        default: row.targetWords.isEmpty ? nil : "No value yet"
        }
    }
}
