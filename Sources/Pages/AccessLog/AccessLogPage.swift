import Accounts
import CivilDate
import Markup

/// The access log of a site, for whoever answers for privacy there: a filter, a part of the log, and ways to the next part and
/// to the file.
package struct AccessLogPage: Sendable {
    /// Where the page and the file are.
    package enum Address {
        /// The page.
        package static let page = "/access-log"
        /// The same as a file.
        package static let file = "/access-log/file"
    }

    private let place: OfficePlace
    private let filter: AccessLogFilter
    private let looks: [LookEntry]
    private let next: String?

    /// A page.
    /// - Parameters:
    ///   - looks: those of this part; none when the filter holds a mistake.
    ///   - next: what the field `after` of the next part is; nil when there is no more.
    package init(at place: OfficePlace, _ filter: AccessLogFilter, looks: [LookEntry] = [], next: String? = nil) {
        self.place = place
        self.filter = filter
        self.looks = looks
        self.next = next
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: Address.page, mark: nil, fields: place.fields + filter.fields, hidden: place.hidden, button: "Show")
        let page = AskPage(
            title: "Access log",
            lead: [
                "Who looked at what at \(place.site.title), for whom and why, allowed or refused. Reading it is a look itself."
            ], problem: filter.problem?.sentence, at: filter.problem?.field.rawValue, forms: [form])
        return page.document(in: frame, below: filter.problem == nil ? part : [])
    }

    private var part: [Node] {
        guard !looks.isEmpty else { return ways + [el("p", [.class("lead")], "Nothing was looked at that fits.")] }
        return ways + [table] + turns
    }

    private var ways: [Node] {
        let again = filter.query(at: place.site.value, after: nil)
        let file = el("a", [.href("\(Address.file)?\(again)")], "Save all that fits as a file for a spreadsheet")
        let alerts = el(
            "a", [.href("\(AccessAlertsPage.Address.page)?\(OfficePlace.field)=\(place.site.value)")],
            "Looks to be looked into")
        return [el("p", [.class("ways")], file, alerts)]
    }

    /// The ways to the other parts of a long log, where a reader of this part ends.
    private var turns: [Node] {
        let again = filter.query(at: place.site.value, after: nil)
        let further = next.map { next in
            el(
                "li", [],
                el("a", [.href("\(Address.page)?\(filter.query(at: place.site.value, after: next))")], "Next page"))
        }
        let first = filter.isFurther ? el("li", [], el("a", [.href("\(Address.page)?\(again)")], "First page")) : nil
        let ways = [further, first].compactMap(\.self)
        return ways.isEmpty ? [] : [el("ul", [.class("ways")], each: ways)]
    }

    private var table: Node {
        let count = looks.count == 1 ? "1 look" : "\(looks.count) looks"
        let order = "\(count) on this page, in the order in which they arrived; times are UTC"
        return el(
            "table", [.class("looks"), Attribute("role", "table")], el("caption", [], .text(order)),
            el(
                "thead", [Attribute("role", "rowgroup")],
                el(
                    "tr", [Attribute("role", "row")],
                    each: AccessLogColumn.allCases.map { column in
                        el("th", [.scope("col"), Attribute("role", "columnheader")], .text(column.title))
                    })),
            el("tbody", [Attribute("role", "rowgroup")], each: looks.map(row)))
    }

    private func row(_ look: LookEntry) -> Node {
        el(
            "tr", [Attribute("role", "row")],
            each: AccessLogColumn.allCases.map { column in
                let text = column.text(of: look)
                if column == .time {
                    return el("th", [.scope("row"), Attribute("role", "rowheader")], .text(text))
                }
                let refused = column == .outcome && look.outcome == Look.Outcome.refused.rawValue
                return el(
                    "td",
                    [
                        Attribute("role", "cell"), Attribute("data-label", column.title),
                        .class(text.isEmpty ? "nothing" : refused ? "refused" : "told"),
                    ], .text(text))
            })
    }
}

/// What a row of the access log tells.
private enum AccessLogColumn: CaseIterable {
    case time, actor, action, target, relation, outcome, reference

    var title: String {
        switch self {
        case .time: "When"
        case .actor: "Who"
        case .action: "What"
        case .target: "Of what"
        case .relation: "Why"
        case .outcome: "Outcome"
        case .reference: "Reference"
        }
    }

    func text(of look: LookEntry) -> String {
        switch self {
        case .time: "\(look.at.description.prefix(10)) \(look.at.description.dropFirst(11).prefix(8))"
        case .actor:
            look.actor + (look.coverFor.map { " for \($0)" } ?? "") + (look.way == "session" ? "" : " (\(look.way))")
        case .action: look.action + (look.rows.map { $0 == 1 ? ", 1 row" : ", \($0) rows" } ?? "")
        case .target: look.target + (look.ref ?? look.targetID).map { " \($0)" }.joined
        case .relation: look.relation
        case .outcome: look.outcome
        case .reference: look.reference ?? ""
        }
    }
}

extension String? {
    /// The text, or none.
    fileprivate var joined: String { self ?? "" }
}
