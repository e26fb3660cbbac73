import CivilDate
import Intervention
import Pages
import Practice

/// Reads what is said of a week: each answer becomes a fact of its own, and what was not changed is not said again.
struct SummaryReading {
    let family: FamilySheet
    let summary: WeeklySummary
    let week: TreatmentWeek
    let startedOn: CivilDate
    /// The facts of a kind that something in the summary can rest on.
    let standing: (FactKind) -> [DatedFact]

    /// The facts to be recorded, in order.
    func wishes(_ reading: inout FormReading, id: () -> FactID) -> [TypedFact] {
        var wishes = reviews(&reading, id) + results(&reading, id)
        if let text = reading.words(SummaryPage.Address.advance, "What got better") {
            wishes.append(TypedFact(id: id(), kind: .advance, fields: [.text: .text(text)]))
        }
        for row in SummaryPage.Address.rows { wishes += next(row, &reading, id) }
        let added = reading.words(SummaryPage.Address.text, "What you add")
        wishes.append(TypedFact(id: id(), kind: .weeklySummary, fields: added.map { [.text: .text($0)] } ?? [:]))
        return wishes
    }

    private func words(_ kind: FactKind, _ key: FieldKey) -> [ChoiceCode] {
        let field = family.sheet.model.facts.first { $0.kind == kind }?.field(key)
        guard case .choice(let words)? = field?.content else { return [] }
        return words
    }

    private func reviews(_ reading: inout FormReading, _ id: () -> FactID) -> [TypedFact] {
        let known = words(.goalReview, .status)
        return summary.goals.compactMap { one in
            let goal = one.goal.fact.id
            let status = reading.choice("status-\(goal)", "How a goal stands", isRequired: false) { text in
                known.first { $0.text == text }
            }
            let evidence = reading.words("evidence-\(goal)", "The evidence")
            guard let status, status != one.status || evidence != nil else { return nil }
            var fields: [FieldKey: TypedFact.Value] = [.goal: .value(.link(goal)), .status: .value(.choice(status))]
            fields[.text] = evidence.map { .text($0) }
            return TypedFact(id: id(), kind: .goalReview, fields: fields)
        }
    }

    private func results(_ reading: inout FormReading, _ id: () -> FactID) -> [TypedFact] {
        let known = words(.goalResult, .result)
        return summary.lastWeek.filter { $0.result == nil }.flatMap { one -> [TypedFact] in
            let goal = one.goal.fact.id
            let result = reading.choice("result-\(goal)", "What became of a goal", isRequired: false) { text in
                known.first { $0.text == text }
            }
            let barrier = reading.words("barrier-\(goal)", "What stood in the way")
            var wishes: [TypedFact] = []
            if let result {
                wishes.append(
                    TypedFact(
                        id: id(), kind: .goalResult,
                        fields: [.goal: .value(.link(goal)), .result: .value(.choice(result))]))
            }
            if let barrier {
                wishes.append(
                    TypedFact(id: id(), kind: .barrier, fields: [.goal: .value(.link(goal)), .text: .text(barrier)]))
            }
            return wishes
        }
    }

    private func next(_ row: Int, _ reading: inout FormReading, _ id: () -> FactID) -> [TypedFact] {
        guard let text = reading.words("next-\(row)", "The goal") else { return [] }
        let driver = link("driver-\(row)", "The driver of the goal", .driver, &reading)
        let goal = link("goal-\(row)", "The overarching goal", .overarchingGoal, &reading)
        let steps = reading.words("steps-\(row)", "The steps")
        let people = words(.intervention, "by")
        let by = reading.choice("by-\(row)", "Who does it", isRequired: steps != nil) { text in
            people.first { $0.text == text }
        }
        guard let driver, let goal else { return [] }
        let own = id()
        let weekOf = week.next.firstDay(since: startedOn)
        var wishes = [
            TypedFact(
                id: own, kind: .intermediaryGoal,
                fields: [
                    .driver: .value(.link(driver)), .goal: .value(.link(goal)), .weekOf: .value(.day(weekOf)),
                    .text: .text(text),
                ])
        ]
        if let steps, let by {
            wishes.append(
                TypedFact(
                    id: id(), kind: .intervention,
                    fields: [.goal: .value(.link(own)), "by": .value(.choice(by)), .text: .text(steps)]))
        }
        return wishes
    }

    private func link(_ name: String, _ subject: String, _ kind: FactKind, _ reading: inout FormReading) -> FactID? {
        let known = standing(kind).map(\.fact.id)
        return reading.choice(name, subject) { text in known.first { "\($0)" == text } }
    }
}
