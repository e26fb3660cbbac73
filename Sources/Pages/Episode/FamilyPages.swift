import CivilDate
import Intervention
import Markup
import Practice

/// The pages of one family, each a way of looking at the same record.
package enum FamilyPages {
    /// Where a page is, and what its fields are called.
    package enum Address {
        /// The overview.
        package static let overview = EpisodePage.Address.page
        /// Goals and what they rest on.
        package static let work = "/episode/work"
        /// What happened, in order.
        package static let timeline = "/episode/timeline"
        /// The summary of a week.
        package static let summary = "/episode/summary"
        /// Where the summary of a week is saved as it is typed.
        package static let draft = "/episode/summary/draft"
        /// What others typed into the summary of a week, and the same account elsewhere.
        package static let drafts = "/episode/summary/drafts"
        /// Where something is said to the summary of a week.
        package static let comment = "/episode/summary/comment"
        /// Where the summary of a week is marked as discussed.
        package static let discussed = "/episode/summary/discussed"
        /// The form for a fact of a kind that the model records.
        package static let fact = "/episode/fact"
        /// The field with the last day of which what became known is shown.
        package static let known = "known"
        /// The field with the kinds of what happened.
        package static let kind = "kind"
        /// The field with the place in the record that a page of the timeline begins after.
        package static let after = "after"
    }

    /// The links between the pages of a family. Those that know what an earlier day knew stay at that day.
    static func links(_ ref: EpisodeRef, at site: String, here: String, knownOn day: CivilDate? = nil) -> Node {
        func way(_ path: String) -> String {
            let known = path == Address.summary ? "" : day.map { "&\(Address.known)=\($0)" } ?? ""
            return FamilyText.address(path, ref, at: site) + known
        }
        let pages = [
            (Address.overview, "Overview"), (Address.work, "Goals and fit"), (Address.summary, "Weekly summary"),
            (Address.timeline, "Timeline"),
        ].map { StartOptions.Option(value: way($0.0), title: $0.1) }
        return PageLinks(pages, at: way(here)).region("Pages of \(ref)")
    }

    /// The heading of a page of a family: who it is about, what is dangerous, and the links between the pages.
    static func head(
        _ family: FamilySheet, _ ref: EpisodeRef, at site: String, here: String
    ) -> [Node] {
        let name = family.name.map { " \($0)" } ?? ""
        var nodes = [
            el("h1", [], .text("Episode \(ref)\(name)")),
            links(ref, at: site, here: here, knownOn: family.knownOn),
        ]
        if let day = family.knownOn {
            nodes.insert(
                el(
                    "p", [.class("done")],
                    .text("This is what was known on \(DayText.long(day)), not what is known now.")), at: 1)
        }
        return nodes
    }

    /// The safety plan that holds, before everything else.
    static func safety(_ family: FamilySheet) -> [Node] {
        let plans = family.facts(of: safetyPlan).filter { $0.holds(on: family.sheet.day) }
        guard let plan = plans.last else { return [] }
        return [
            el(
                "section", [.class("entry marked"), Attribute("aria-labelledby", "safety")],
                el("h2", [.id("safety")], .text("Safety plan, since \(DayText.long(plan.from))")),
                el("p", [.class("words")], .text(family.text(plan.fact) ?? "Its words are not yours to read.")))
        ]
    }

    private static let safetyPlan: FactKind = "safety-plan"

    /// Names with values.
    static func list(_ rows: [(String, Node)]) -> Node {
        el(
            "dl", [.class("facts")],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], value)) })
    }

    /// A heading with lines, or a sentence when there are none.
    static func lines(_ id: String, _ title: String, _ lines: [Node], none: String) -> [Node] {
        let heading = el("h2", [.id(id)], .text(title))
        guard !lines.isEmpty else { return [heading, el("p", [.class("nothing")], .text(none))] }
        return [heading, el("ul", each: lines.map { el("li", [], $0) })]
    }

    /// A word of a list as people read it.
    static func words(_ code: String) -> String {
        let text = code.replacing("-", with: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
