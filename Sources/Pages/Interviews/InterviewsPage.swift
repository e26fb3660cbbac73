import CivilDate
import Intervention
import Markup
import Practice

/// The adherence interviews that are owed: overdue, open, upcoming; whom to ring, and what was tried. It has neither scores
/// nor notes of the treatment.
package struct InterviewsPage: Sendable {
    /// Where the pages are.
    package enum Address {
        /// The list.
        package static let page = "/interviews"
        /// One interview: attempts, and the interview itself.
        package static let one = "/interviews/one"
        /// Where an attempt is kept.
        package static let attempt = "/interviews/attempt"
        /// Where a carer's own link is made.
        package static let link = "/interviews/link"
        /// Where a carer answers; behind it stands the link's token.
        package static let answer = "/answer"
    }

    private let list: InterviewList
    private let place: OfficePlace

    /// A page.
    package init(_ list: InterviewList, at place: OfficePlace) {
        self.list = list
        self.place = place
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Interviews",
            [
                el("h1", [], "Adherence interviews"),
                el("p", [.class("scope")], .text("\(list.site), \(DayText.long(list.day)).")),
                el(
                    "p", [],
                    "Ring carers for the interviews that are due. A family’s own therapist holds none, nor does a colleague of the same team."
                ),
            ] + InterviewDue.Standing.allCases.flatMap(block))
    }

    private func block(_ standing: InterviewDue.Standing) -> [Node] {
        CardTable.block(
            standing.title, ["Family", "Due", "Whom to ring", "Attempts", "Not to hold it"],
            list.due.filter { $0.standing == standing }.map(row))
    }

    private func row(_ due: InterviewDue) -> CardTable.Row {
        let query = "?\(OfficePlace.field)=\(place.site.value)&\(EpisodePage.Address.ref)=\(due.ref)"
        let last = due.lastOn.map { ", until \(DayText.long($0))" } ?? ""
        return CardTable.Row(
            el("a", [.href(Address.one + query)], .text("\(due.ref), interview \(due.slot)")),
            [
                .text("\(DayText.long(due.dueOn))\(last)"),
                .fragment(lines(due.contacts.map(ContactText.line), none: "Nobody’s number is known")),
                .fragment(lines(due.attempts.map { AttemptText.line($0, list.clock) }, none: "None")),
                .text(due.therapist?.text ?? "Nobody"),
            ])
    }

    private func lines(_ texts: [String], none: String) -> [Node] {
        guard !texts.isEmpty else { return [.text(none)] }
        return texts.map { el("div", [], .text($0)) }
    }
}
