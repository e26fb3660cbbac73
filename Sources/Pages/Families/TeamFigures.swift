import CivilDate
import Intervention
import Markup
import Practice

/// How a team stands: families for each therapist by their share of a post, what waits, and what the team owes.
struct TeamFigures {
    let work: TeamWork
    let board: FamilyBoard
    let place: OfficePlace
    let desk: TeamDesk

    var nodes: [Node] {
        let facts: [(String, Node)] = [
            ("Families that nobody is named for", counted(work.unallocated)),
            ("Weekly summaries that wait", counted(work.waiting)),
            ("The team owes", .text(owed)), ("To look at", alerts),
        ]
        let list = el(
            "dl", [.class("facts")],
            each: facts.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], value)) })
        return [el("h2", [], .text("Team \(work.code)")), list] + (work.posts.isEmpty ? [] : [table])
    }

    /// How many there are, and which, each a way to its page.
    private func counted(_ families: [FamilyRow]) -> Node {
        guard !families.isEmpty else { return "None" }
        let links = families.compactMap(\.ref).enumerated().map { index, ref -> Node in
            let way = FamilyText.address(EpisodePage.Address.page, ref, at: place.site.value)
            return [.text(index == 0 ? ": " : ", "), el("a", [.href(way)], .text(ref.text))]
        }
        return .fragment([.text("\(families.count)")] + links)
    }

    private var owed: String {
        guard !work.due.isEmpty else { return "Nothing" }
        return work.due.map { "\($0.title), \(FamilyText.due($0.dueOn, on: board.day))" }.joined(separator: "; ")
    }

    private var alerts: Node {
        let lines = work.alerts.map { el("li", [], .text(DayText.sentence($0.sentence))) }
        return lines.isEmpty ? "Nothing" : el("ul", each: lines)
    }

    private var table: Node {
        let names = ["Therapist", "Share of a post", "Families", "Families for a whole post"]
        let head = (names + (desk.handsOver ? ["Hand over"] : [])).enumerated().map { place, name in
            el(
                "th",
                [.scope("col"), Attribute("role", "columnheader")]
                    + (names.indices.dropFirst().contains(place) ? [.class("number")] : []), .text(name))
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
                    } + (desk.handsOver ? [handOver(post)] : []))
        }
        return el(
            "table", [.class("posts"), Attribute("role", "table")],
            el("caption", [], "Caseload of those in post, open families divided by their share of a post"),
            el("thead", [Attribute("role", "rowgroup")], el("tr", [Attribute("role", "row")], each: head)),
            el("tbody", [Attribute("role", "rowgroup")], each: rows))
    }

    private func handOver(_ post: TeamWork.Post) -> Node {
        let query = [
            (OfficePlace.field, place.site.value), (FamiliesPage.Address.code, work.code.text),
            (ReallocationPage.Address.from, post.staff.text),
        ].map { "\($0)=\($1)" }.joined(separator: "&")
        let link = el(
            "a", [.href("\(ReallocationPage.Address.page)?\(query)")], "Hand over",
            el("span", [.class("unseen")], .text(" families of \(post.staff)")))
        return el(
            "td", [Attribute("role", "cell"), Attribute("data-label", "Hand over")],
            post.families > 0 ? link : "Nothing")
    }

    /// Families for a whole post, with one decimal, rounded half up: `4 / 0.5 = 8.0`.
    private func share(_ post: TeamWork.Post) -> String {
        let tenths = (post.families * 1_000 * 2 + post.fte.hundredths) / (post.fte.hundredths * 2)
        return "\(post.families) / \(post.fte) = \(tenths / 10).\(tenths % 10)"
    }
}
