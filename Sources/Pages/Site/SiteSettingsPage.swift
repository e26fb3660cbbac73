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
    private let hasStaff: Bool

    /// A page.
    /// - Parameter hasStaff: whether the reader has the page about the staff, too.
    package init(_ view: SiteView, _ history: [SiteVersion], at place: OfficePlace, hasStaff: Bool) {
        self.view = view
        self.history = history
        self.place = place
        self.hasStaff = hasStaff
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Settings of \(place.site.title)",
            SitePages.head("Settings", at: place, here: SitePages.Address.settings, hasStaff: hasStaff)
                + [FamilyPages.list(facts)] + view.models.flatMap(values) + versions)
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
        return [el("h2", [], .text(model.model.title)), table.node]
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
            .text(parameter.source),
        ]
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
