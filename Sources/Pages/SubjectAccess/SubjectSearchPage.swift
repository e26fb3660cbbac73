import Intervention
import Markup
import Practice

/// Whose record is drawn up for subject access: a search, a reference, and whom the search found.
package struct SubjectSearchPage: Hashable, Sendable {
    /// Where the forms are sent, and what their fields are called.
    package enum Address {
        /// The page, and where the search is sent.
        package static let search = "/subject-access"
        /// Where it is drawn up.
        package static let pack = "/subject-access/pack"
        /// Where it is taken out.
        package static let file = "/subject-access/file"
        /// What is looked for.
        package static let text = "text"
        /// The child: the site's reference, or the id.
        package static let child = "child"
        /// The day on which the request came.
        package static let received = "received"
        /// What is to be taken out of the pack; any number.
        package static let out = "out"
        /// What is wanted of the pack.
        package static let wanted = "wanted"
    }

    /// What is typed in the fields.
    package struct Typed: Hashable, Sendable {
        /// What is looked for.
        package var text = ""
        /// The reference.
        package var child = ""
        /// The day.
        package var received = ""

        /// Nothing.
        package init() {}
    }

    private let place: OfficePlace
    private let typed: Typed
    private let found: SearchResult?
    private let problem: (sentence: String, field: String)?
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - found: whom the search found; nil when nobody was looked for.
    ///   - problem: what was wrong with what was typed, and in which field; nil when nothing was.
    package init(
        at place: OfficePlace, typed: Typed = Typed(), found: SearchResult? = nil,
        problem: (sentence: String, field: String)? = nil, mark: String
    ) {
        self.place = place
        self.typed = typed
        self.found = found
        self.problem = problem
        self.mark = mark
    }

    package static func == (one: SubjectSearchPage, other: SubjectSearchPage) -> Bool {
        one.place == other.place && one.typed == other.typed && one.found == other.found
            && one.problem?.sentence == other.problem?.sentence && one.mark == other.mark
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(typed)
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        AskPage(
            title: "What is kept of a child",
            lead: [
                "Draw up everything that \(place.site.title) keeps of one child, for a request of subject access. It is to be"
                    + " answered within a month. Looking enters the access log."
            ], problem: problem?.sentence, at: problem?.field, forms: [search, byReference]
        ).document(in: frame, below: results)
    }

    private var search: AskForm {
        AskForm(
            to: Address.search, mark: mark,
            fields: place.fields + [
                AskField(
                    Address.text, "Search", hint: "A name or part of one, an NHS number, or a unique pupil number",
                    value: typed.text, .text)
            ], hidden: place.hidden, button: "Search")
    }

    private var byReference: AskForm {
        AskForm(
            to: Address.pack, mark: mark,
            fields: [
                AskField(
                    Address.child, "The site’s reference of the child", hint: "For example C-17", value: typed.child,
                    .text),
                AskField(
                    Address.received, "Day on which the request came (optional)", hint: "For example 2026-03-31",
                    value: typed.received, .day),
            ], hidden: [OfficePlace.field: place.site.value], button: "Draw it up")
    }

    private var results: [Node] {
        guard let found else { return [] }
        guard !found.hits.isEmpty else {
            return [
                el("h2", [.id("found")], "Nobody was found"),
                el("p", [], "Try another spelling, fewer parts of the name, or the number."),
            ]
        }
        let count = found.hits.count == 1 ? "One person was found" : "\(found.hits.count) people were found"
        let cut = found.isCut ? [el("p", [], "There are more. Give more of the name, or a number.")] : []
        return [el("h2", [.id("found")], .text(count))] + cut + [el("ul", [.class("found")], each: found.hits.map(hit))]
    }

    private func hit(_ hit: PersonHit) -> Node {
        let name = hit.name ?? "No name is kept"
        let born = hit.birthDate.map { ", born on \(DayText.long($0))" } ?? ""
        let refs = hit.children.map(\.text).joined(separator: ", ")
        let facts = refs.isEmpty ? born : "\(born), \(hit.isChild ? "" : "family of ")\(refs)"
        guard hit.isChild else { return el("li", [], el("strong", [], .text(name)), .text("\(facts).")) }
        return el(
            "li", [], el("strong", [], .text(name)), .text("\(facts)."),
            AskForm(
                to: Address.pack, mark: mark,
                hidden: [
                    OfficePlace.field: place.site.value, Address.child: hit.person.description,
                    Address.received: typed.received,
                ], button: "Draw up what is kept of \(name)"
            ).node)
    }
}
