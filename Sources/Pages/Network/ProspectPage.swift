import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// One prospective site: its history, the site that it became, and the forms for a stage that it reached and for one that was
/// recorded by mistake.
package struct ProspectPage: Sendable {
    /// The names of the forms' fields.
    package enum Field {
        /// The stage that was reached.
        package static let stage = "stage"
        /// The day on which it was.
        package static let day = "on"
        /// Why it is not the next one.
        package static let reason = "reason"
        /// The stage that was recorded by mistake, with its day: `D 2026-03-02`.
        package static let mistake = "mistake"
        /// Why it is taken back.
        package static let why = "why"
    }

    private let entry: PipelineEntry
    private let today: CivilDate
    private let values: FormValues
    private let faults: [FormFault]
    private let keys: (stage: String, withdrawal: String)
    private let mark: String

    /// A page.
    /// - Parameter keys: under which each form is done once.
    package init(
        _ entry: PipelineEntry, on today: CivilDate, values: FormValues, faults: [FormFault] = [],
        keys: (stage: String, withdrawal: String), mark: String
    ) {
        self.entry = entry
        self.today = today
        self.values = values
        self.faults = faults
        self.keys = keys
        self.mark = mark
    }

    private var prospect: Prospect { entry.prospect }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let stages = prospect.stages
        let forms = [reached.filled(by: values)] + (stages.isEmpty ? [] : [withdrawn(stages).filled(by: values)])
        return AskPage(title: "\(prospect.name) (\(prospect.code))", lead: lead, faults: faults, forms: forms)
            .document(
                in: frame, before: [history] + became,
                below: [
                    el("p", [.class("ways")], el("a", [.href(PipelinePage.Address.page)], "All prospective sites"))
                ])
    }

    private var lead: [String] {
        let now = prospect.stage.map { reached in
            let ago = FamilyText.ago(reached.on, on: today).lowercased()
            return "It reached stage \(reached.stage.full) on \(DayText.long(reached.on)), \(ago)."
        }
        let next = prospect.next.map { "Next comes stage \($0.full)." } ?? "That was the last stage."
        return ["\(now ?? "No stage is on record.") \(next)"]
    }

    private var history: Node {
        guard !prospect.history.isEmpty else { return .empty }
        return WordTable(
            caption: "What was recorded, in its order",
            columns: ["Stage", "Reached on", "Out of turn because", "Stands"],
            rows: prospect.history.map { stage in
                [
                    .text(stage.stage.full), .text(DayText.long(stage.on)), .text(stage.reason ?? "–"),
                    .text(stage.voided.map { "Taken back: \($0)" } ?? "Yes"),
                ]
            }
        ).node
    }

    /// The site of the same code, with the first days of its teams.
    private var became: [Node] {
        guard let site = entry.site else {
            return [el("p", [], "It is no site yet. It becomes one when the file of a site with this code is applied.")]
        }
        let teams = site.teams.map { team in
            el("li", [], .text("Team \(team.code) (\(team.model)) starts on \(DayText.long(team.startedOn))."))
        }
        return [
            el("p", [], .text("It is the site \(site.name), of which more is said under Licences.")),
            el("ul", [], each: teams),
        ]
    }

    private var reached: AskForm {
        let stages = SiteStage.allCases.map { StartOptions.Option(value: $0.rawValue, title: $0.full) }
        return AskForm(
            to: PipelinePage.Address.of(prospect.code), mark: mark,
            sections: [
                .init(
                    "A stage that it reached",
                    fields: [
                        AskField(Field.stage, "Stage", .choice([.init(value: "", title: "Choose")] + stages)),
                        AskField(Field.day, "On which day", hint: "Today, or a day that has passed", .date),
                        AskField(
                            Field.reason, "Why it is not the next one (only then)",
                            hint: "One line; do not name people", .text),
                    ])
            ], hidden: [AskForm.keyField: keys.stage], button: "Record the stage")
    }

    private func withdrawn(_ stages: [ProspectStage]) -> AskForm {
        // Of two that are alike the last one is meant.
        let choices = stages.reversed().map { stage in
            StartOptions.Option(
                value: "\(stage.stage.rawValue) \(stage.on)", title: "\(stage.stage.full), \(DayText.long(stage.on))")
        }
        return AskForm(
            to: PipelinePage.Address.withdrawal(of: prospect.code), mark: mark,
            sections: [
                .init(
                    "A stage that was recorded by mistake",
                    fields: [
                        AskField(
                            Field.mistake, "Which stage", .choice([.init(value: "", title: "Choose")] + choices)),
                        AskField(Field.why, "Why it is taken back", hint: "One line; do not name people", .text),
                    ])
            ], hidden: [AskForm.keyField: keys.withdrawal], button: "Take the stage back")
    }
}
