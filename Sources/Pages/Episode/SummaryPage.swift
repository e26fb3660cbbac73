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
        /// What words the names of fields begin with, before a hyphen and the id of a goal or the number of a row.
        private static let beginnings = [
            "status", "evidence", "result", "barrier", "next", "driver", "goal", "steps", "by", "was",
        ]
        /// All fields of the form.
        package static let all: Set<String> =
            place.union([AskForm.keyField, AskForm.versionField, AskForm.buttonField, draft, text, advance])
            .union(beginnings.map { "\($0)-*" })
        /// The fields that say which summary is meant.
        package static let place: Set<String> = [OfficePlace.field, EpisodePage.Address.ref, week]
        /// The version of the draft that the page saw last.
        package static let draft = "draft"
        /// What is sent by the button that saves a draft.
        package static let save = "draft"
        /// What is sent by the button that saves a draft and goes to what others typed.
        package static let look = "look"

        /// The hidden field with how a goal stood when the form was opened.
        static func was(_ goal: String) -> String { "was-\(goal)" }

        /// Whether a field says how something stood before anybody typed.
        static func isBefore(_ name: String) -> Bool { name.hasPrefix("was-") }

        /// Whether a field holds something typed, or says only which summary is meant.
        package static func isTyped(_ name: String) -> Bool {
            name == text || name == advance || beginnings.contains { name.hasPrefix("\($0)-") }
        }
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
    /// - Parameters:
    ///   - form: nil once it was handed in.
    ///   - beside: what stands beside the record.
    package func document(
        _ form: AskForm?, faults: [FormFault] = [], beside: Beside, in frame: PageFrame
    ) -> Document {
        let title = "Weekly summary of \(ref), week \(summary.week.number)"
        let forms = [form, beside.comment, beside.discuss].compactMap { $0 }
        var content =
            faults.isEmpty ? [] : [ErrorSummary.node(forms.inOrder(faults)) { name in forms.place(of: name) }]
        content += FamilyPages.head(family, ref, at: place.site.value, here: FamilyPages.Address.summary)
        content += [el("p", [.class("scope")], .text(span))] + discussed(beside.talk) + record(beside)
        content += typed(form, beside)
        if let form { content.append(form.node(faults)) }
        content += talkForms(beside, faults)
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

    /// What is on record of the week, in the order of the summary, each part with what was said to it.
    private func record(_ beside: Beside) -> [Node] {
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
            + thread(.overarchingGoals, beside)
            + FamilyPages.lines("two", "II. Goals of this week", summary.lastWeek.map(goal), none: "None was set.")
            + thread(.weekGoals, beside)
            + FamilyPages.lines("three", "III. Barriers", summary.barriers.map(text), none: "None is on record.")
            + thread(.barriers, beside)
            + FamilyPages.lines("four", "IV. Advances", summary.advances.map(text), none: "None is on record.")
            + thread(.advances, beside)
            + FamilyPages.lines("five", "V. Changes in the fit", summary.fits.map(text), none: "None is on record.")
            + thread(.fit, beside)
            + FamilyPages.lines("six", "VI. Goals for next week", summary.nextWeek.map(goal), none: "None is set yet.")
            + thread(.nextGoals, beside) + thread(.whole, beside)
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
