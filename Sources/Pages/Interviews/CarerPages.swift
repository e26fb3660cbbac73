import CivilDate
import Intervention
import Markup
import Practice
import Sites

/// A carer's own link: the page that shows it once, and the pages that it opens. They work without scripts and on an old
/// telephone, and nothing of the family stands in them.
package enum CarerPages {
    /// What the fields are called.
    package enum Field {
        /// Whether somebody of the team is there.
        package static let company = "company"
        /// All of the form.
        package static let all: Set<String> = [company, "\(InterviewPage.Field.item)-*", AskForm.keyField]
    }

    /// Whether somebody of the team is there.
    private enum Company: String {
        case alone = "no"
        case team = "yes"
    }

    /// Where the page of a link is.
    package static func address(_ token: String) -> String { "\(InterviewsPage.Address.answer)/\(token)" }

    /// The page that shows a new link, once.
    /// - Parameter address: the whole address, with the service's own name.
    package static func made(_ link: CarerLink, address: String, back: String, in frame: PageFrame) -> Document {
        let end = LocalText.minute(link.expiresAt, link.clock)
        let lead = [
            "Send these words to the carer, and to nobody else: whoever has the address can answer, once. It is not shown"
                + " again. When you make another, this one opens nothing any more.",
            "Tell the carer beforehand that the words will come. Whoever else reads them is not told what the questions are"
                + " about.",
        ]
        let words =
            "\(link.site) has some questions for you. Please answer them at \(address) by \(end). You need no account, and"
            + " it works once."
        let title = "The carer’s link"
        let said = lead.map { el("p", [], .text($0)) }
        let shown = el("p", [.class("words")], el("strong", [], .text(words)))
        let way = el("p", [], el("a", [.href(back)], "Back to the interviews"))
        return frame.document(title: title, [el("h1", [], .text(title))] + said + [shown, way])
    }

    /// What is wrong with what was said of the team's being there; nil when nobody of it is.
    package static func problem(ofCompany text: String) -> String? {
        switch Company(rawValue: text) {
        case .alone: nil
        case .team:
            "Answer when nobody of the team is with you. Nothing was sent; you can open the link again later."
        case nil: "Say whether somebody of the team is with you."
        }
    }

    /// The questions.
    /// - Parameter key: under which what is sent twice is taken once.
    package static func ask(
        _ form: CarerForm, to address: String, key: String, mark: String, values: FormValues? = nil,
        faults: [FormFault] = []
    ) -> AskPage {
        let company = AskField(
            Field.company, "Is your therapist, or somebody else of the team, with you now?",
            .radios([
                .init(value: Company.alone.rawValue, title: "No"), .init(value: Company.team.rawValue, title: "Yes"),
            ]))
        let questions = AskForm(
            to: address, mark: mark,
            sections: [
                AskForm.Section("Before you begin", fields: [company]),
                AskForm.Section("The questions", fields: form.definition.questions),
            ], hidden: [AskForm.keyField: key], button: "Send my answers")
        return AskPage(
            title: "Questions about the help that your family gets", lead: lead(form), faults: faults,
            forms: [values.map { questions.filled(by: $0) } ?? questions])
    }

    private static func lead(_ form: CarerForm) -> [String] {
        let count = form.definition.items.count
        return [
            "\(form.site) asks you how the work with your family goes. There are \(count) questions. You can leave out those"
                + " that you cannot or do not want to answer; for a result, \(form.leastAnswers) at least must be answered."
                + " You need not take part. If you would rather talk, or need the questions in another language, ask those"
                + " who sent you the link to ring you.",
            "Who sees it: from all your answers together one result is worked out. The therapist who works with your family,"
                + " the supervisor of the team and those who look after the quality of the help can see this result.",
            "Who does not: no page shows any of them what you answered to a single question. Those who pay for the help, and"
                + " others outside, see figures of many families together.",
            "Your answers are kept in the record of your family’s treatment, so that the result can be checked. Those who may"
                + " take the whole record out as a file have them in it. Whoever of the family asks for that record can be told"
                + " the result.",
            "You can send your answers once. Nothing is kept before you send them.",
        ]
    }

    /// What stands there afterwards.
    package static let thanks = AskPage(
        title: "Thank you",
        lead: ["Your answers have arrived, once. The link is used up now; you can close this page."], forms: [])

    /// A link that opens nothing: used, over or never made all look the same.
    package static let dead = AskPage(
        title: "This link opens nothing",
        lead: [
            "It was used, or it is over, or it is not complete. If you have sent your answers, you need do nothing more."
                + " Otherwise ask those who sent it to you for a new one."
        ],
        forms: [])

    /// Where too many asked.
    package static let busy = AskPage(
        title: "Please wait a minute",
        lead: ["There were too many attempts from where you are. Wait a minute, and open the link once more."],
        forms: [])
}

extension InstrumentDefinition {
    /// The questions as the site has loaded them, none of which must be answered.
    var questions: [AskField] {
        items.map { item in
            AskField(
                "\(InterviewPage.Field.item)-\(item.key)", item.wording ?? item.key.text,
                .radios(item.options.map { .init(value: $0.code.text, title: $0.wording ?? $0.code.text) }))
        }
    }
}
