import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// A family as whoever is on call sees it: the safety plan first, then whom to ring, then what was lately.
struct OnCallFamilyView {
    private let family: OnCallFamily
    private let place: OfficePlace
    private let clock: SiteClock
    private let records: Bool

    init(_ family: OnCallFamily, at place: OfficePlace, clock: SiteClock, records: Bool) {
        self.family = family
        self.place = place
        self.clock = clock
        self.records = records
    }

    var node: Node {
        el(
            "section", [.class(family.isFlagged ? "entry marked" : "entry")],
            each: [el("h3", [], .text(title))] + plan + [facts] + ways)
    }

    private var title: String {
        let ref = family.ref.map { "\($0)" } ?? "Episode without a reference"
        return family.name.map { "\($0), \(ref)" } ?? ref
    }

    private var plan: [Node] {
        guard let plan = family.plan else { return [] }
        let since = el("p", [.class("note")], .text("Safety plan since \(DayText.long(plan.since))"))
        return [since] + (plan.text.map { [el("p", [.class("words")], .text($0))] } ?? [])
    }

    private var facts: Node {
        var rows: [(String, String)] = family.people.map { contact in
            let name = contact.name ?? "Name not known"
            let line = contact.telephone.map { "\(name), \($0)" } ?? name
            return ((contact.relation ?? "child").capitalizedFirst, line)
        }
        rows.append(("Therapist", family.therapist?.text ?? "None"))
        if let day = family.lastCrisis { rows.append(("Last crisis", DayText.long(day))) }
        if let call = family.lastCall { rows.append(("Last call", LocalText.minute(call, clock))) }
        rows += family.alerts.map { ($0.urgency.rawValue.capitalizedFirst, DayText.sentence($0.sentence)) }
        return el(
            "dl", [],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
    }

    /// Where to go on; a family without a reference cannot be named in an address.
    private var ways: [Node] {
        guard let ref = family.ref else { return [] }
        let query = "?\(OfficePlace.field)=\(place.site.value)&\(OnCallPage.Address.ref)=\(ref)"
        let call = el("a", [.href(OnCallPage.Address.call + query)], "Write down a call about \(ref)")
        let record = el("a", [.href(EpisodePage.Address.page + query)], "Go to \(ref)")
        return [el("p", [.class("ways")], each: records ? [call, " ", record] : [record])]
    }
}

extension String {
    /// The text with a capital letter at its beginning.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Calls in the order given.
struct CallListView {
    private let calls: [CallLine]
    private let clock: SiteClock

    init(_ calls: [CallLine], clock: SiteClock) {
        self.calls = calls
        self.clock = clock
    }

    var node: Node { el("ul", [.class("calls")], each: calls.map(item)) }

    private func item(_ call: CallLine) -> Node {
        let whom =
            call.ref.map { "about \($0)" } ?? (call.episode == nil ? "about nobody of the record" : "about a family")
        let head = "\(LocalText.minute(call.cameAt, clock)): \(call.caller.title), \(whom)"
        let team = call.team.map { ", team \($0)" } ?? ""
        return el(
            "li", [],
            each: [
                el("strong", [], .text(head)), .text(". \(call.done.title). Taken by \(call.takenBy)\(team)."),
            ] + (call.words.map { [el("p", [.class("words")], .text($0))] } ?? []))
    }
}
