import CivilDate
import Intervention
import Markup
import Practice

/// Tonight, for whoever carries a team's telephone: who is on call, which families may ring and by which plan, what came.
package struct OnCallPage: Sendable {
    /// Where the page and those beside it are, and what their fields are called.
    package enum Address {
        /// Tonight.
        package static let page = "/on-call"
        /// Where a call is written down.
        package static let call = "/on-call/call"
        /// The morning's hand-over.
        package static let handover = "/on-call/handover"
        /// The site's reference of the episode that a call is about; empty for nobody of the record.
        package static let ref = EpisodePage.Address.ref
        /// The team whose telephone it is.
        package static let team = "team"
        /// The day of a hand-over.
        package static let day = "day"
        /// Who rang.
        package static let caller = "caller"
        /// What was done.
        package static let done = "done"
        /// When it came, as clocks show it.
        package static let time = "time"
        /// What was said.
        package static let words = "words"
    }

    private let sheet: OnCallSheet
    private let place: OfficePlace
    private let records: Bool

    /// A page.
    /// - Parameter records: whether the reader writes calls down, too.
    package init(_ sheet: OnCallSheet, at place: OfficePlace, records: Bool) {
        self.sheet = sheet
        self.place = place
        self.records = records
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let (flagged, others) = (sheet.families.filter(\.isFlagged), sheet.families.filter { !$0.isFlagged })
        return frame.document(
            title: "On call tonight",
            [
                el("h1", [], "On call tonight"),
                el("p", [.class("scope")], .text("\(sheet.site), \(DayText.long(sheet.day)).")), ways, telephones,
            ] + block("flagged", "Most likely to ring", flagged, none: "Nothing says that a family may ring.")
                + block("others", "Other open families", others, none: "There is no other open family for you.")
                + calls)
    }

    private var ways: Node {
        let query = "?\(OfficePlace.field)=\(place.site.value)"
        let call = el("a", [.href(Address.call + query), .class("deed")], "Write down a call")
        let handover = el("a", [.href(Address.handover + query)], "Morning hand-over")
        return el("p", [.class("deeds")], each: records ? [call, handover] : [handover])
    }

    private var telephones: Node {
        let rows = sheet.telephones.map { telephone in
            let (tonight, next) = (names(telephone, sheet.day), names(telephone, sheet.day.adding(days: 1)))
            return el(
                "div", [], el("dt", [], .text("Team \(telephone.team)")),
                el("dd", [], .text("\(tonight) today; \(next) tomorrow")))
        }
        return el("dl", [.class("facts")], each: rows)
    }

    private func names(_ telephone: Telephone, _ day: CivilDate) -> String {
        let holders = telephone.holders(on: day)
        return holders.isEmpty ? "nobody" : holders.map(\.text).joined(separator: ", ")
    }

    private func block(_ id: String, _ title: String, _ families: [OnCallFamily], none: String) -> [Node] {
        let heading = el("h2", [.id(id)], .text(families.isEmpty ? title : "\(title) (\(families.count))"))
        guard !families.isEmpty else { return [heading, el("p", [], .text(none))] }
        return [heading] + families.map { OnCallFamilyView($0, at: place, clock: sheet.clock, records: records).node }
    }

    private var calls: [Node] {
        let heading = el("h2", [.id("calls")], "Calls since noon yesterday")
        guard !sheet.calls.isEmpty else { return [heading, el("p", [], "Nobody rang.")] }
        return [heading, CallListView(sheet.calls, clock: sheet.clock).node]
    }
}
