import Accounts
import CivilDate
import Markup

/// The looks that the nights found worth looking into, for whoever answers for privacy at a site.
package struct AccessAlertsPage: Sendable {
    /// Where the page is, and what its field is called.
    package enum Address {
        /// The page.
        package static let page = "/access-log/alerts"
        /// From this day on.
        package static let from = "from"
    }

    private let place: OfficePlace
    private let from: String
    private let alerts: [AccessAlert]
    private let problem: String?

    /// A page.
    /// - Parameters:
    ///   - from: what is typed in the field.
    ///   - problem: what was wrong with it; nil when nothing was.
    package init(at place: OfficePlace, from: String, alerts: [AccessAlert], problem: String? = nil) {
        self.place = place
        self.from = from
        self.alerts = alerts
        self.problem = problem
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let form = AskForm(
            to: Address.page, mark: nil,
            fields: place.fields + [
                AskField(Address.from, "From this day on", hint: "For example 2026-03-31", value: from, .day)
            ], hidden: place.hidden, button: "Show")
        let page = AskPage(
            title: "Looks to be looked into",
            lead: [
                "What the nights found at \(place.site.title): looks at somebody with a sensitive address, at a colleague’s"
                    + " family, without a relation to the family, and at many families in a day. Most have a good reason."
            ], problem: problem, at: problem.map { _ in Address.from }, forms: [form])
        return page.document(in: frame, below: problem == nil ? [list, ways] : [])
    }

    private var list: Node {
        guard !alerts.isEmpty else { return el("p", [.class("lead")], "The nights found nothing.") }
        let count = alerts.count == 1 ? "One day’s looks" : "\(alerts.count) entries, each of one person on one day"
        return el(
            "table", [.class("looks"), Attribute("role", "table")], el("caption", [], .text(count)),
            el(
                "thead", [Attribute("role", "rowgroup")],
                el(
                    "tr", [Attribute("role", "row")],
                    each: ["Day", "What was found", "Who", "Of what", "Looks", "The log of that day"].map { title in
                        el("th", [.scope("col"), Attribute("role", "columnheader")], .text(title))
                    })),
            el("tbody", [Attribute("role", "rowgroup")], each: alerts.map(row)))
    }

    private func row(_ alert: AccessAlert) -> Node {
        let look = alert.look
        let subject = alert.kind == AccessAlertsPage.many ? "" : look.ref ?? look.targetID ?? look.target
        let log =
            "\(AccessLogPage.Address.page)?\(OfficePlace.field)=\(place.site.value)&account=\(look.actor)"
            + "&from=\(alert.day)&to=\(alert.day)"
        let cells: [(String, Node)] = [
            ("What was found", .text(AccessAlertsPage.words(alert.kind))), ("Who", .text(look.actor)),
            ("Of what", .text(subject)), ("Looks", .text("\(alert.number)")),
            ("The log of that day", el("a", [.href(log)], .text("Looks of \(look.actor) on \(alert.day)"))),
        ]
        return el(
            "tr", [Attribute("role", "row")],
            each: [el("th", [.scope("row"), Attribute("role", "rowheader")], .text("\(alert.day)"))]
                + cells.map { title, node in
                    el("td", [Attribute("role", "cell"), Attribute("data-label", title)], node)
                })
    }

    private var ways: Node {
        el(
            "ul", [.class("ways")],
            el(
                "li", [],
                el("a", [.href("\(AccessLogPage.Address.page)?\(OfficePlace.field)=\(place.site.value)")], "Access log")
            ))
    }

    private static let many = "many-episodes"

    /// What was found, in words.
    private static func words(_ kind: String) -> String {
        switch kind {
        case "sensitive-address": "Somebody with a sensitive address"
        case "relative": "A colleague’s family"
        case "without-relationship": "No relation to the family"
        case many: "Many families in a day"
        default: kind
        }
    }
}
