import CivilDate
import Intervention
import Markup
import Practice

/// Closing a family: what the model still wants, why, how things stand with what is on record of it.
package struct ClosingPage: Sendable {
    /// Where it is, and what its fields are called.
    package enum Address {
        /// The page, and where its form is sent.
        package static let page = "/closing"
        /// Why.
        package static let reason = "reason"
        /// The last day of treatment, in three fields.
        package static let day = "day"
        /// The answer to an outcome: this and its key.
        package static let outcome = "outcome"
    }

    private let sheet: ClosingSheet
    private let place: OfficePlace
    private let values: FormValues
    private let faults: [FormFault]
    private let key: String
    private let mark: String

    /// A page.
    /// - Parameter key: under which what is sent twice is done once.
    package init(
        _ sheet: ClosingSheet, at place: OfficePlace, values: FormValues, faults: [FormFault] = [], key: String,
        mark: String
    ) {
        self.sheet = sheet
        self.place = place
        self.values = values
        self.faults = faults
        self.key = key
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let who = sheet.name.map { "\(sheet.ref), \($0)" } ?? sheet.ref.text
        if let closing = sheet.closing { return closed(closing, who, frame) }
        let stay = sheet.stay.map { "\($0.number) days of treatment so far." } ?? "Treatment has not begun."
        return AskPage(
            title: "Close \(sheet.ref)", lead: ["\(who). \(stay)"], faults: faults, forms: [form.filled(by: values)]
        ).document(in: frame, before: wanted, below: [])
    }

    private func closed(_ closing: DatedClosing, _ who: String, _ frame: PageFrame) -> Document {
        let title = sheet.model.closureReasons.first { $0.id == closing.closing.reason }?.title
        let answers = sheet.outcomes.map { outcome in
            let answer = closing.closing.outcomes[outcome.definition.key] ?? .unknown
            return el("li", [], .text("\(outcome.definition.title): \(answer.title.lowercased())"))
        }
        return frame.document(
            title: "\(sheet.ref) is closed",
            [
                el("h1", [], .text("\(sheet.ref) is closed")), el("p", [], .text(who)),
                el("p", [], .text("\(title ?? closing.closing.reason.text), on \(DayText.long(closing.on)).")),
                el("ul", each: answers),
            ])
    }

    private var form: AskForm {
        let answers: [Answer] = [.yes, .no, .unknown]
        let outcomes = sheet.outcomes.map { outcome -> AskField in
            let evidence = outcome.evidence.isEmpty ? "Nothing on record" : outcome.evidence.joined(separator: "; ")
            return AskField(
                "\(Address.outcome)-\(outcome.definition.key)", outcome.definition.title,
                hint: "\(DayText.sentence(outcome.definition.meaning)) \(DayText.sentence(evidence))",
                .radios(answers.map { StartOptions.Option(value: $0.rawValue, title: $0.title) }))
        }
        let reasons = sheet.reasons.map { StartOptions.Option(value: $0.reason.id.text, title: $0.reason.title) }
        let why = [
            AskField(Address.reason, "Why the family is closed", .radios(reasons)),
            AskField(Address.day, "Last day of treatment", .date),
        ]
        return AskForm(
            to: Address.page, mark: mark,
            sections: [AskForm.Section("Closing", fields: why), AskForm.Section("How things stand", fields: outcomes)],
            hidden: [
                OfficePlace.field: place.site.value, EpisodePage.Address.ref: sheet.ref.text, AskForm.keyField: key,
                AskForm.versionField: "\(sheet.version.number)",
            ], button: "Close the family")
    }

    /// What the model still wants before treatment counts as completed, and what is owed.
    private var wanted: [Node] {
        let completed = sheet.reasons.filter { $0.reason.group == .completed }
        let lines = completed.flatMap { [$0.refusal].compactMap { $0 } + $0.advice }.map(DayText.sentence)
        let owed = sheet.owed.map { owed in
            let kind = owed.kind.text.replacing("-", with: " ").capitalizedFirst
            return "\(kind) \(owed.ordinal), due on \(DayText.long(owed.dueOn))"
        }
        return list("wanted", "Missing before treatment counts as completed", lines, none: "Nothing.")
            + list("owed", "Owed and still open", owed, none: "Nothing.")
    }

    private func list(_ id: String, _ title: String, _ lines: [String], none: String) -> [Node] {
        let heading = el("h2", [.id(id)], .text(title))
        guard !lines.isEmpty else { return [heading, el("p", [], .text(none))] }
        return [heading, el("ul", each: lines.map { el("li", [], .text($0)) })]
    }
}
