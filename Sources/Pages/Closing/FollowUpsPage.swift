import CivilDate
import Intervention
import Markup
import Practice

/// Families after their closing: who is to be asked now, who next, and the form for one.
package struct FollowUpsPage: Sendable {
    /// Where it is, and what its fields are called.
    package enum Address {
        /// The list.
        package static let page = "/follow-ups"
        /// One follow-up, and where its form is sent.
        package static let one = "/follow-ups/one"
        /// Which it is: months after closing.
        package static let month = "month"
        /// What became of it.
        package static let status = "status"
        /// The day, in three fields.
        package static let day = "day"
        /// The answer to an outcome: this and its key.
        package static let outcome = "outcome"
    }

    private let list: FollowUpList
    private let place: OfficePlace

    /// A page.
    package init(_ list: FollowUpList, at place: OfficePlace) {
        self.list = list
        self.place = place
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Follow-ups",
            [
                el("h1", [], "Follow-ups"),
                el("p", [.class("scope")], .text("\(list.site), \(DayText.long(list.day)).")),
                el("p", [], "Whoever cannot be reached is missing: neither well nor badly."),
            ] + block("Overdue", list.due.filter { $0.isOpen && $0.dueOn < list.day })
                + block("Open", list.due.filter { $0.isOpen && list.day <= $0.dueOn })
                + block("Upcoming", list.due.filter { !$0.isOpen }))
    }

    private func block(_ title: String, _ due: [FollowUpList.Due]) -> [Node] {
        CardTable.block(title, ["Family", "Due", "Whom to ring", "Attempts"], due.map(row))
    }

    private func row(_ due: FollowUpList.Due) -> CardTable.Row {
        let title = "\(due.ref)\(due.name.map { ", \($0)" } ?? ""), \(due.month.rawValue) months"
        let query =
            "?\(OfficePlace.field)=\(place.site.value)&\(EpisodePage.Address.ref)=\(due.ref)&\(Address.month)=\(due.month.rawValue)"
        let family: Node = due.isOpen ? el("a", [.href(Address.one + query)], .text(title)) : .text(title)
        let last = due.lastOn.map { ", until \(DayText.long($0))" } ?? ""
        let contacts = due.contacts.isEmpty ? ["Nobody’s number is known"] : due.contacts.map(ContactText.line)
        return CardTable.Row(
            family,
            [
                .text("\(DayText.long(due.dueOn))\(last)"), .fragment(contacts.map { el("div", [], .text($0)) }),
                .text("\(due.attempts)"),
            ])
    }
}

/// One follow-up: what became of it, and how things are.
package struct FollowUpPage: Sendable {
    private typealias Address = FollowUpsPage.Address

    private let due: FollowUpList.Due
    private let place: OfficePlace
    private let values: FormValues
    private let faults: [FormFault]
    private let key: String
    private let mark: String

    /// A page.
    /// - Parameter key: under which what is sent twice is done once.
    package init(
        _ due: FollowUpList.Due, at place: OfficePlace, values: FormValues, faults: [FormFault] = [], key: String,
        mark: String
    ) {
        self.due = due
        self.place = place
        self.values = values
        self.faults = faults
        self.key = key
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let contacts = due.contacts.isEmpty ? ["Nobody’s number is known"] : due.contacts.map(ContactText.line)
        return AskPage(
            title: "Follow-up of \(due.ref) after \(due.month.rawValue) months",
            lead: ["Due on \(DayText.long(due.dueOn)). " + contacts.joined(separator: ". ") + "."], faults: faults,
            forms: [form.filled(by: values)]
        ).document(in: frame)
    }

    private var form: AskForm {
        let answers: [Answer] = [.yes, .no, .unknown]
        let outcomes = due.outcomes.map { outcome in
            AskField(
                "\(Address.outcome)-\(outcome.key)", outcome.title, hint: DayText.sentence(outcome.meaning),
                .radios(answers.map { StartOptions.Option(value: $0.rawValue, title: $0.title) }))
        }
        let statuses = [
            StartOptions.Option(value: FollowUpStatus.collected.rawValue, title: "Somebody answered"),
            StartOptions.Option(value: FollowUpStatus.unreachable.rawValue, title: "Nobody was reached"),
            StartOptions.Option(value: FollowUpStatus.refused.rawValue, title: "The family does not want to be asked"),
        ]
        let what = [
            AskField(Address.status, "What became of it", .radios(statuses)), AskField(Address.day, "Day", .date),
        ]
        return AskForm(
            to: Address.one, mark: mark,
            sections: [AskForm.Section(fields: what), AskForm.Section("If somebody answered", fields: outcomes)],
            hidden: [
                OfficePlace.field: place.site.value, EpisodePage.Address.ref: due.ref.text,
                Address.month: "\(due.month.rawValue)", AskForm.keyField: key,
                AskForm.versionField: "\(due.version.number)",
            ], button: "Keep it")
    }
}
