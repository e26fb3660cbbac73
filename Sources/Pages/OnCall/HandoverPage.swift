import CivilDate
import Intervention
import Markup
import Practice

/// The morning's hand-over on one page: who had the telephone, what came, who read it. It prints.
package struct HandoverPage: Sendable {
    private let sheet: HandoverSheet
    private let place: OfficePlace
    private let reader: String
    private let mark: String

    /// A page.
    /// - Parameter reader: the code of the account that reads, which stands on what is printed.
    package init(_ sheet: HandoverSheet, at place: OfficePlace, reader: String, mark: String) {
        self.sheet = sheet
        self.place = place
        self.reader = reader
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Hand-over of \(sheet.team) on \(DayText.long(sheet.day))",
            [
                el("h1", [], .text("Hand-over of \(sheet.team)")),
                el(
                    "p", [.class("scope")], .text("\(sheet.site), morning of \(DayText.long(sheet.day)). Confidential.")
                ),
                choice, facts,
            ] + calls + readings + [
                el(
                    "p", [.class("counts")],
                    .text("Printed by \(reader) at \(LocalText.minute(sheet.now, sheet.clock))."))
            ])
    }

    private var choice: Node {
        guard sheet.teams.count > 1 else { return .empty }
        return AskForm(
            to: OnCallPage.Address.handover, mark: nil,
            fields: [
                AskField(
                    OnCallPage.Address.team, "Team", value: sheet.team.text,
                    .choice(sheet.teams.map { .init(value: $0.text, title: $0.text) }))
            ], hidden: [OfficePlace.field: place.site.value], button: "Show"
        ).node
    }

    private var facts: Node {
        let holders = sheet.telephone.spells.map { spell in
            "\(spell.staff), \(DayText.long(spell.from)) to \(DayText.long(spell.through))"
        }
        let rows = [
            ("From", LocalText.minute(sheet.from, sheet.clock)), ("Until", LocalText.minute(sheet.until, sheet.clock)),
            ("On call", holders.isEmpty ? "Nobody by the rota" : holders.joined(separator: "; ")),
            ("Calls", "\(sheet.calls.count)"),
        ]
        return el(
            "dl", [.class("facts")],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
    }

    private var calls: [Node] {
        let heading = el("h2", [.id("calls")], "Calls")
        guard !sheet.calls.isEmpty else { return [heading, el("p", [], "Nobody rang.")] }
        return [heading, CallListView(sheet.calls, clock: sheet.clock).node]
    }

    private var readings: [Node] {
        let heading = el("h2", [.id("taken")], "Taken over")
        let lines = sheet.readings.map { reading in
            let count = reading.calls == 1 ? "1 call" : "\(reading.calls) calls"
            return el("li", [], .text("\(reading.by), \(LocalText.minute(reading.at, sheet.clock)), \(count)"))
        }
        let list = lines.isEmpty ? el("p", [], "Nobody has taken the night over yet.") : el("ul", each: lines)
        let form = AskForm(
            to: OnCallPage.Address.handover, mark: mark,
            hidden: [
                OfficePlace.field: place.site.value, OnCallPage.Address.team: sheet.team.text,
                OnCallPage.Address.day: "\(sheet.day)",
            ], button: "I have read this and take it over")
        return [heading, list, form.node]
    }
}
