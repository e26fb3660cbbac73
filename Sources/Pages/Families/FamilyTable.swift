import CivilDate
import Intervention
import Markup
import Practice

/// Families under the headings of what presses most, one row each.
struct FamilyTable {
    let board: FamilyBoard
    let site: String
    let showsTherapist: Bool
    /// Whether the reader writes in the records of the families.
    let records: Bool

    private var columns: [String] {
        ["Family"] + (showsTherapist ? ["Therapist"] : []) + ["Treatment", "Next", "Last contact", "To look at"]
            + (records ? ["Contact"] : [])
    }

    var node: Node {
        let head = columns.map { el("th", [.scope("col"), Attribute("role", "columnheader")], .text($0)) }
        return el(
            "table", [.class("families"), Attribute("role", "table")],
            each: [
                el("caption", [], .text(count)),
                el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: head)),
            ] + FamilyRow.Place.allCases.compactMap(part))
    }

    private var count: String {
        let number = board.families.count
        return "\(number) \(number == 1 ? "family" : "families"), on \(DayText.long(board.day))"
    }

    private func part(_ place: FamilyRow.Place) -> Node? {
        let rows = board.families.filter { $0.place == place }
        guard !rows.isEmpty else { return nil }
        let title = el(
            "th",
            [
                Attribute("colspan", "\(columns.count)"), Attribute("scope", "rowgroup"), .class("group"),
                Attribute("role", "rowheader"),
            ], .text("\(FamilyText.title(place)) (\(rows.count))"))
        return el(
            "tbody", [Attribute("role", "rowgroup")],
            each: [el("tr", [Attribute("role", "row"), .class("group")], title)] + rows.map(row))
    }

    private func row(_ family: FamilyRow) -> Node {
        let (link, contact) = (link(family), contact(family))
        var cells = [
            el("th", [.scope("row"), Attribute("role", "rowheader")], link)
        ]
        if showsTherapist { cells.append(cell("Therapist", .text(family.therapist?.text ?? "Nobody yet"))) }
        cells += [
            cell("Treatment", .text(treatment(family))),
            family.due.isEmpty ? nothing("Next") : cell("Next", next(family)),
            cell("Last contact", .text(FamilyText.ago(family.lastContactOn, on: board.day))),
            family.alerts.isEmpty ? nothing("To look at") : cell("To look at", look(family)),
        ]
        if records {
            cells.append(
                family.closedOn == nil
                    ? cell("Contact", contact) : el("td", [Attribute("role", "cell"), .class("nothing")]))
        }
        return el("tr", [Attribute("role", "row")], each: cells)
    }

    private func link(_ family: FamilyRow) -> Node {
        guard let ref = family.ref else { return .text(family.name ?? "No reference") }
        let name = family.name.map { [.text(" \($0)")] } ?? [Node]()
        return el(
            "a", [.href(FamilyText.address(EpisodePage.Address.page, ref, at: site))], each: [.text(ref.text)] + name)
    }

    private func contact(_ family: FamilyRow) -> Node {
        guard let ref = family.ref, family.closedOn == nil else { return .empty }
        return el(
            "a", [.href(FamilyText.address(ContactPage.Address.page, ref, at: site))], "Record",
            el("span", [.class("unseen")], .text(" a contact with \(ref)")))
    }

    private func treatment(_ family: FamilyRow) -> String {
        if let day = family.closedOn { return "Closed \(DayText.long(day))" }
        guard let week = family.week else { return family.phase }
        return "Week \(week.number), \(family.phase)"
    }

    private func next(_ family: FamilyRow) -> Node {
        guard let first = family.due.first else { return "Nothing" }
        let more = family.due.count > 1 ? " and \(family.due.count - 1) more" : ""
        let when = FamilyText.due(first.dueOn, on: board.day)
        return first.dueOn < board.day
            ? el("span", [], .text("\(first.title), "), el("strong", [], .text(when)), .text(more))
            : .text("\(first.title), \(when)\(more)")
    }

    private func look(_ family: FamilyRow) -> Node {
        guard let first = family.alerts.first else { return "Nothing" }
        let more = family.alerts.count > 1 ? " and \(family.alerts.count - 1) more" : ""
        let text = first.code.text.replacing("-", with: " ") + more
        return first.urgency == .urgent ? el("strong", [], .text("Urgent: \(text)")) : .text(text.capitalizedFirst)
    }

    /// A column that there is nothing for: a row that is a card leaves it out.
    private func nothing(_ label: String) -> Node {
        el("td", [Attribute("role", "cell"), Attribute("data-label", label), .class("nothing")], "Nothing")
    }

    private func cell(_ label: String, _ content: Node) -> Node {
        el("td", [Attribute("role", "cell"), Attribute("data-label", label)], content)
    }
}
