import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// How a site is set up today: what it is, the value of every parameter with its bounds, and what was changed when, by whom
/// and why.
package struct SiteSettingsPage: Sendable {
    private let view: SiteView
    private let history: [SiteVersion]
    private let place: OfficePlace
    private let ways: SitePages.Ways

    /// A page.
    /// - Parameter ways: which of the site's pages the reader has.
    package init(_ view: SiteView, _ history: [SiteVersion], at place: OfficePlace, _ ways: SitePages.Ways) {
        self.view = view
        self.history = history
        self.place = place
        self.ways = ways
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Settings of \(place.site.title)",
            SitePages.head("Settings", at: place, here: SitePages.Address.settings, ways)
                + [FamilyPages.list(facts)] + contents + view.models.flatMap(values) + versions)
    }

    private var facts: [(String, Node)] {
        let file = view.file
        func list(_ words: [String]) -> Node { .text(words.isEmpty ? "None" : words.joined(separator: ", ")) }
        return [
            ("On", .text(DayText.long(view.day))), ("Version in force", .text("\(view.configuration.version.number)")),
            ("Jurisdiction", .text(file.jurisdiction.rawValue)), ("Time zone", .text("\(file.timeZone)")),
            ("Consent asked of", .text(file.consent?.title ?? "Nobody in particular")),
            ("Authorities", list(file.authorities.map(\.text))),
            ("Teams", list(file.teams.map { "\($0.code) (\($0.model))" })), ("Letterhead", list(file.letterhead)),
            ("Licence", .text(licence(file.licence))),
        ]
    }

    private func licence(_ licence: SiteLicence?) -> String {
        guard let licence else { return "None is stated" }
        return "\(licence.holder), through \(DayText.long(licence.through(agreedBy: view.day)))"
    }

    private func values(_ model: SiteView.Model) -> [Node] {
        let table = WordTable(
            caption: "\(model.values.count) settings of \(model.model.title), on \(DayText.long(view.day))",
            columns: ["Setting", "Value", "Allowed", "Why", "Where value and bounds come from"],
            rows: model.values.map { row($0) })
        return [el("h2", [.id(anchor(of: model))], .text(model.model.title)), table.node]
    }

    private func anchor(of model: SiteView.Model) -> String { "model-\(model.model.id)" }

    /// The ways down a long page, and how its last column is read.
    private var contents: [Node] {
        let models = view.models.map { StartOptions.Option(value: "#\(anchor(of: $0))", title: $0.model.title) }
        let links = PageLinks(models + [.init(value: "#history", title: "What was changed")], at: nil)
        let key =
            "Where a value or a bound comes from: [V] read in a public source, [V~] read in a neighbouring one, "
            + "[G] general knowledge, [I] inferred or decided here. What the site set itself stands in bold."
        return [links.region("On this page"), el("p", [.class("source")], .text(key))]
    }

    private func row(_ value: SiteView.Value) -> [Node] {
        let parameter = value.parameter
        let text = "\(value.value)\(parameter.unit.suffix)"
        let isOwn = value.setting != nil
        let why =
            value.setting.map { "\($0.reason), since \(DayText.long($0.from))" } ?? "The model's standard"
        return [
            .text(parameter.title), isOwn ? el("strong", [], .text(text)) : .text(text),
            .text("\(parameter.bounds)\(parameter.unit.suffix), standard \(parameter.standard)"), .text(why),
            .text(origin(of: parameter.source)),
        ]
    }

    /// A source without the names of documents that no reader of the page has.
    private func origin(of source: String) -> String {
        source.replacing(/[a-z]+\.md [0-9.]+:? ?/, with: "").replacing(", [", with: " [").capitalizedFirst
    }

    private var versions: [Node] {
        let clock = SiteClock(view.site.timeZone)
        let items = history.map { version in
            el(
                "li", [],
                each: [
                    el("strong", [], .text("Version \(version.version.number)")),
                    .text(", applied at \(LocalText.minute(version.appliedAt, clock)) by \(version.appliedBy)"),
                    version.changes.isEmpty
                        ? ". It changed no setting, post or licence."
                        : el("ul", each: version.changes.map { el("li", [], .text($0)) }),
                ])
        }
        return [
            el("h2", [.id("history")], "What was changed, the latest first"),
            el("ul", [.class("history")], each: items),
        ]
    }
}
