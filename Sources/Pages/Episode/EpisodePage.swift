import CivilDate
import Intervention
import Markup
import Practice

/// An episode as it stands today: where it is, who has it, what is owed and what somebody should look at. It names roles and
/// codes, never a person.
package struct EpisodePage: Sendable {
    /// Where the page is, and what its fields are called.
    package enum Address {
        /// The page.
        package static let page = "/episode"
        /// The site's reference of the episode.
        package static let ref = "ref"
    }

    private let sheet: EpisodeSheet
    private let ref: EpisodeRef
    private let place: OfficePlace

    /// A page.
    package init(_ sheet: EpisodeSheet, _ ref: EpisodeRef, at place: OfficePlace) {
        self.sheet = sheet
        self.ref = ref
        self.place = place
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Episode \(ref)",
            [
                el("h1", [], .text("Episode \(ref)")),
                el("p", [.class("scope")], .text("\(place.site.title), on \(DayText.long(sheet.day)).")), facts,
            ] + list("alerts", "To look at", alerts, none: "Nothing asks to be looked at.")
                + list("owed", "Owed", owed, none: "Nothing is owed."))
    }

    private var facts: Node {
        let facts = sheet.facts
        let phase = facts.phase(on: sheet.day) ?? facts.phase
        var rows = [
            ("Model", sheet.model.title), ("Team", sheet.team?.text ?? "None"),
            ("Therapist", facts.assignment?.therapist?.text ?? "None"),
            ("Referred on", DayText.long(facts.referredOn)),
            ("Stage", sheet.model.phases.phase(phase)?.title ?? phase.text),
        ]
        if let death = sheet.death {
            let day = DayText.long(death.on)
            rows.append(("Died on", death.death.dayIsEstimated ? "\(day) (estimated)" : day))
        }
        return el(
            "dl", [.class("facts")],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
    }

    private var alerts: [String] {
        sheet.alerts.map { "\($0.urgency.rawValue): \($0.sentence) Since \(DayText.long($0.since))." }
    }

    private var owed: [String] {
        sheet.obligations.map { owed in
            "\(owed.kind) \(owed.ordinal), \(sheet.facts.label(of: owed.about).text): due on \(DayText.long(owed.dueOn))."
        }
    }

    private func list(_ id: String, _ title: String, _ lines: [String], none: String) -> [Node] {
        let heading = el("h2", [.id(id)], .text(title))
        guard !lines.isEmpty else { return [heading, el("p", [], .text(none))] }
        return [heading, el("ul", each: lines.map { el("li", [], .text($0)) })]
    }
}
