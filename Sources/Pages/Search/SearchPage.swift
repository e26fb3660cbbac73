import CivilDate
import Markup
import Practice

/// Looking for a family by name, reference or number, inside one's own reach. What is looked for is posted, so that it stands
/// in no address.
package struct SearchPage: Sendable {
    /// Where it is, and what its fields are called.
    package enum Address {
        /// The page, and where its form is sent.
        package static let page = "/search"
        /// What is looked for.
        package static let text = "text"
    }

    private let place: OfficePlace
    private let values: FormValues
    private let found: FoundFamilies?
    private let faults: [FormFault]
    private let mark: String

    /// A page.
    /// - Parameter found: what was found; nil when nothing was looked for.
    package init(
        at place: OfficePlace, values: FormValues, found: FoundFamilies? = nil, faults: [FormFault] = [], mark: String
    ) {
        self.place = place
        self.values = values
        self.found = found
        self.faults = faults
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        AskPage(
            title: "Search",
            lead: ["Only families that you may see are found. Looking enters the access log."], faults: faults,
            forms: [form.filled(by: values)]
        ).document(in: frame, above: [], below: results)
    }

    private var form: AskForm {
        AskForm(
            to: Address.page, mark: mark,
            fields: place.fields + [
                AskField(
                    Address.text, "Name, reference or number",
                    hint: "A name or part of one, a reference such as N-0001, an NHS number or a unique pupil number",
                    .text)
            ], hidden: place.hidden, button: "Search")
    }

    private var results: [Node] {
        guard let found else { return [] }
        guard !found.families.isEmpty else {
            return [
                el("h2", [.id("found")], "Nothing was found"),
                el("p", [], "Try another spelling, fewer parts of the name, or the reference."),
            ]
        }
        let count = found.families.count == 1 ? "1 family" : "\(found.families.count) families"
        let cut = found.isCut ? [el("p", [], "There are more. Give more of the name, or a reference.")] : []
        return [el("h2", [.id("found")], .text("Found: \(count)"))] + cut + [
            el("ul", [.class("found")], each: found.families.map(item))
        ]
    }

    private func item(_ family: FoundFamily) -> Node {
        let name = family.name ?? "No name is kept"
        let born = family.birthDate.map { ", born on \(DayText.long($0))" } ?? ""
        let state =
            family.closedOn.map { "Closed on \(DayText.long($0))" } ?? "Referred on \(DayText.long(family.referredOn))"
        let relatives = family.byRelatives.isEmpty ? "" : " Family: \(family.byRelatives.joined(separator: ", "))."
        let title: Node =
            family.ref.map { ref in
                let query = "?\(OfficePlace.field)=\(place.site.value)&\(EpisodePage.Address.ref)=\(ref)"
                return el("a", [.href(EpisodePage.Address.page + query)], .text("\(ref), \(name)"))
            } ?? el("strong", [], .text(name))
        return el("li", [], title, .text("\(born). \(state).\(relatives)"))
    }
}
