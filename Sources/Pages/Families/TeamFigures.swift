import CivilDate
import Intervention
import Markup
import Practice

/// How a team stands: families for each therapist by their share of a post, what waits, and what the team owes.
struct TeamFigures {
    let work: TeamWork
    let board: FamilyBoard

    var nodes: [Node] {
        let summaries = board.families.filter { family in
            family.team == work.code && family.due.contains { $0.isSummary && $0.dueOn <= board.day }
        }
        let facts = [
            ("Families that nobody is named for", "\(work.unallocated)"),
            ("Weekly summaries that wait", summaries.isEmpty ? "None" : "\(summaries.count)"),
            ("The team owes", owed), ("To look at", alerts),
        ]
        let list = el(
            "dl", [.class("facts")],
            each: facts.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
        return [el("h2", [], .text("Team \(work.code)")), list] + (work.posts.isEmpty ? [] : [table])
    }

    private var owed: String {
        guard !work.due.isEmpty else { return "Nothing" }
        return work.due.map { "\($0.title), \(FamilyText.due($0.dueOn, on: board.day))" }.joined(separator: "; ")
    }

    private var alerts: String {
        let sentences = work.alerts.map { DayText.sentence($0.sentence) }
        return sentences.isEmpty ? "Nothing" : sentences.joined(separator: " ")
    }

    private var table: Node {
        let names = ["Therapist", "Share of a post", "Families", "Families for a whole post"]
        let head = names.enumerated().map { place, name in
            el(
                "th", [.scope("col"), Attribute("role", "columnheader")] + (place > 0 ? [.class("number")] : []),
                .text(name))
        }
        let rows = work.posts.map { post in
            el(
                "tr", [Attribute("role", "row")],
                each: [el("th", [.scope("row"), Attribute("role", "rowheader")], .text(post.staff.text))]
                    + zip(names.dropFirst(), [post.fte.description, "\(post.families)", share(post)]).map {
                        name, value in
                        el(
                            "td", [Attribute("role", "cell"), .class("number"), Attribute("data-label", name)],
                            .text(value))
                    })
        }
        return el(
            "table", [.class("posts"), Attribute("role", "table")],
            el("caption", [], "Caseload of those in post, open families divided by their share of a post"),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: head)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows))
    }

    /// Families for a whole post, with one decimal, rounded half up: `4 / 0.5 = 8.0`.
    private func share(_ post: TeamWork.Post) -> String {
        let tenths = (post.families * 1_000 * 2 + post.fte.hundredths) / (post.fte.hundredths * 2)
        return "\(post.families) / \(post.fte) = \(tenths / 10).\(tenths % 10)"
    }
}
