import Intervention
import Markup
import Practice

extension SummaryPage {
    /// The form of what can still be said of the week.
    /// - Parameters:
    ///   - draft: the version of the draft that stands in it; nil for none.
    ///   - hasOthers: whether somebody else types the same summary.
    package func form(key: String, mark: String, draft: Int?, hasOthers: Bool) -> AskForm {
        let look = StartOptions.Option(value: Address.look, title: "Save draft, and look at what others typed")
        return AskForm(
            to: FamilyPages.Address.summary, mark: mark,
            sections: [goalsPart, weekPart, wordsPart] + nextParts,
            hidden: hidden.merging(was) { first, _ in first }.merging(
                [
                    AskForm.keyField: key, AskForm.versionField: "\(family.sheet.version.number)",
                    Address.draft: draft.map { "\($0)" } ?? "",
                ]) { first, _ in first },
            button: "Hand in the summary",
            others: [.init(value: Address.save, title: "Save draft")] + (hasOthers ? [look] : []),
            draft: .init(
                to: FamilyPages.Address.draft,
                unsaved: "Not saved just now. What you typed is still here; it is tried again, and Save draft saves it."
            ))
    }

    /// How the overarching goals stood when the form was opened: a draft that did not change that gives way to what others
    /// recorded since.
    private var was: [String: String] {
        Dictionary(summary.goals.map { (Address.was("\($0.goal.fact.id)"), $0.status.text) }) { first, _ in first }
    }

    /// What stands in the form when a draft is opened.
    package func opened(_ form: AskForm, with draft: [String: String]) -> FormValues {
        let now = Dictionary(form.fields.map { ($0.name, $0.value) }) { first, _ in first }
        let untouched = summary.goals.map { "\($0.goal.fact.id)" }.filter { goal in
            draft[Address.was(goal)].map { before in before == draft["status-\(goal)"] } ?? false
        }
        let kept = draft.filter { name, _ in !untouched.contains { goal in name == "status-\(goal)" } }
        return FormValues(texts: now.merging(kept) { _, new in new })
    }

    /// Which summary is meant.
    var hidden: [String: String] {
        [
            OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text,
            Address.week: "\(summary.week.number)",
        ]
    }

    private func definition(_ kind: FactKind, _ key: FieldKey) -> [StartOptions.Option] {
        let field = family.sheet.model.facts.first { $0.kind == kind }?.field(key)
        guard case .choice(let words)? = field?.content else { return [] }
        return words.map { .init(value: $0.text, title: FamilyPages.words($0.text)) }
    }

    private func words(_ fact: DatedFact) -> String { FamilyWork.words(of: fact.fact, in: family) }

    private var goalsPart: AskForm.Section {
        let options = definition(.goalReview, .status)
        return AskForm.Section(
            summary.goals.isEmpty ? nil : "How the overarching goals stand",
            fields: summary.goals.flatMap { one in
                [
                    AskField(
                        "status-\(one.goal.fact.id)", words(one.goal), value: one.status.text, .radios(options)),
                    AskField("evidence-\(one.goal.fact.id)", "Evidence (optional)", .words),
                ]
            })
    }

    private var weekPart: AskForm.Section {
        let options = definition(.goalResult, .result)
        let open = summary.lastWeek.filter { $0.result == nil }
        return AskForm.Section(
            open.isEmpty ? nil : "What became of the goals of this week",
            fields: open.flatMap { one in
                [
                    AskField("result-\(one.goal.fact.id)", words(one.goal), .radios(options)),
                    AskField("barrier-\(one.goal.fact.id)", "What stood in the way (optional)", .words),
                ]
            })
    }

    private var wordsPart: AskForm.Section {
        AskForm.Section(
            "The week",
            fields: [
                AskField(Address.advance, "What got better (optional)", .words),
                AskField(Address.text, "What you add (optional)", .words),
            ])
    }

    private var nextParts: [AskForm.Section] {
        let drivers = links(.driver)
        let goals = links(.overarchingGoal)
        guard drivers.count > 1, goals.count > 1 else {
            return [
                AskForm.Section(
                    "Goals for next week",
                    lead: [
                        "A goal for a week stands on a driver and an overarching goal. Record these first, under Goals and fit."
                    ],
                    fields: [])
            ]
        }
        let people = definition(.intervention, "by")
        return Address.rows.map { row in
            AskForm.Section(
                "Goal \(row) for next week (optional)",
                fields: [
                    AskField("next-\(row)", "Goal", .words), AskField("driver-\(row)", "Driver", .choice(drivers)),
                    AskField("goal-\(row)", "Overarching goal", .choice(goals)),
                    AskField("steps-\(row)", "Steps (optional)", .words),
                    AskField("by-\(row)", "Who does it", .choice(people)),
                ])
        }
    }

    /// The facts of a kind that held when the week ended: nothing in its summary rests on what came later.
    package func standing(_ kind: FactKind) -> [DatedFact] {
        guard let started = family.sheet.facts.startedOn else { return [] }
        let last = min(summary.week.lastDay(since: started), family.sheet.day)
        return family.facts(of: kind).filter { $0.holds(on: last) }
    }

    private func links(_ kind: FactKind) -> [StartOptions.Option] {
        [.init(value: "", title: "Choose")]
            + standing(kind).map {
                .init(value: "\($0.fact.id)", title: String(words($0).prefix(80)))
            }
    }
}
