import CivilDate
import Intervention
import Markup
import Practice

/// The summary of a week: it opens with what was set for the week a week ago, and what is set in it is next week's. Once it
/// is handed in it is only read, and prints as one page.
package struct SummaryPage: Sendable {
    /// What the fields of the form are called.
    package enum Address {
        /// The number of the week.
        package static let week = "week"
        /// What the therapist adds.
        package static let text = "text"
        /// What got better.
        package static let advance = "advance"
        /// All fields of the form. Behind a hyphen stands the id of a goal, or the number of a row.
        package static let all: Set<String> = [
            OfficePlace.field, EpisodePage.Address.ref, AskForm.keyField, AskForm.versionField, AskForm.buttonField,
            week,
            text, advance, "status-*", "evidence-*", "result-*", "barrier-*", "next-*", "driver-*", "goal-*", "steps-*",
            "by-*",
        ]
        /// What is sent by the button that keeps the summary open.
        package static let save = "save"
        /// The rows for goals of the week after.
        package static let rows = 1...3
    }

    let family: FamilySheet
    let ref: EpisodeRef
    let place: OfficePlace
    /// The summary.
    package let summary: WeeklySummary

    /// A page.
    package init(_ summary: WeeklySummary, of family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace) {
        self.summary = summary
        self.family = family
        self.ref = ref
        self.place = place
    }

    /// The page in its frame.
    /// - Parameter form: nil once it was handed in.
    package func document(_ form: AskForm?, faults: [FormFault] = [], in frame: PageFrame) -> Document {
        let title = "Weekly summary of \(ref), week \(summary.week.number)"
        var content =
            faults.isEmpty ? [] : [ErrorSummary.node(form?.inOrder(faults) ?? faults) { form?.place(of: $0) ?? $0 }]
        content += FamilyPages.head(family, ref, at: place.site.value, here: FamilyPages.Address.summary)
        content += [el("p", [.class("scope")], .text(span))] + record
        if let form { content.append(form.node(faults)) }
        return frame.document(title: faults.isEmpty ? title : "Error: \(title)", content + weeks)
    }

    private var span: String {
        guard let started = family.sheet.facts.startedOn else { return "" }
        let days = CivilPeriod(
            from: summary.week.firstDay(since: started), through: summary.week.lastDay(since: started))
        let period = days.map { ", \(DayText.long($0))" } ?? ""
        let therapist = family.sheet.facts.assignment?.therapist.map { ", therapist \($0)" } ?? ""
        let state = summary.standing.map { ": \(FamilyPages.words($0.word).lowercased())" } ?? ""
        return "Week \(summary.week.number) of treatment\(period)\(therapist)\(state)"
    }

    /// What is on record of the week, in the order of the summary.
    private var record: [Node] {
        func text(_ fact: DatedFact) -> Node { .text(FamilyWork.words(of: fact.fact, in: family)) }
        func goal(_ goal: WeeklySummary.WeekGoal) -> Node {
            let became = goal.result.map { FamilyPages.words($0.text) } ?? "Not looked at yet"
            let lacking = goal.lacksBarrier ? " Nothing says yet what stood in the way." : ""
            let steps = goal.interventions.map { FamilyWork.words(of: $0.fact, in: family) }.joined(separator: "; ")
            return .text(
                "\(FamilyWork.words(of: goal.goal.fact, in: family)): \(became).\(lacking)"
                    + (steps.isEmpty ? "" : " Steps: \(steps)"))
        }
        let goals = summary.goals.map { one -> Node in
            let since = one.metSince.map { ", met since \(DayText.long($0))" } ?? ""
            return .text(
                "\(FamilyWork.words(of: one.goal.fact, in: family)): \(FamilyPages.words(one.status.text))\(since)")
        }
        return FamilyPages.lines("one", "I. Overarching goals", goals, none: "None is on record.")
            + FamilyPages.lines("two", "II. Goals of this week", summary.lastWeek.map(goal), none: "None was set.")
            + FamilyPages.lines("three", "III. Barriers", summary.barriers.map(text), none: "None is on record.")
            + FamilyPages.lines("four", "IV. Advances", summary.advances.map(text), none: "None is on record.")
            + FamilyPages.lines("five", "V. Changes in the fit", summary.fits.map(text), none: "None is on record.")
            + FamilyPages.lines("six", "VI. Goals for next week", summary.nextWeek.map(goal), none: "None is set yet.")
    }

    private var weeks: [Node] {
        guard summary.week.number > 1 else { return [] }
        let way = FamilyText.address(FamilyPages.Address.summary, ref, at: place.site.value)
        return [
            el(
                "p", [.class("ways")],
                el(
                    "a", [.href("\(way)&\(Address.week)=\(summary.week.number - 1)")],
                    .text("Week \(summary.week.number - 1)")))
        ]
    }
}
