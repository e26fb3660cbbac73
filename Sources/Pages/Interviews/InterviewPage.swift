import CivilDate
import Intervention
import Markup
import Practice

/// One interview: whom to ring, what to note when nobody is reached, and the questions.
package struct InterviewPage: Sendable {
    /// What the fields are called.
    package enum Field {
        /// For which interview an attempt was.
        package static let slot = "slot"
        /// What came of an attempt.
        package static let outcome = "outcome"
        /// The day to ring again, in three fields.
        package static let again = "again"
        /// The part of the day to ring again.
        package static let part = "part"
        /// Who answered.
        package static let respondent = "respondent"
        /// The day on which it was held, in three fields.
        package static let day = "day"
        /// The score, where the site has loaded no questions.
        package static let score = "score"
        /// The answer to a question: this and the question's key.
        package static let item = "item"
        /// Who is to answer through a link.
        package static let linkRespondent = "link-respondent"
        /// For how many days a link holds.
        package static let linkDays = "link-days"
    }

    /// The forms of the page.
    package enum Form: Sendable {
        /// The interview itself.
        case interview
        /// An attempt.
        case attempt
        /// A carer's own link.
        case link
    }

    private let form: InterviewForm
    private let place: OfficePlace
    private let values: FormValues
    private let faults: [FormFault]
    private let sent: Form
    private let keys: (attempt: String, interview: String)
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - sent: the form that what was typed is of.
    ///   - keys: under which what is sent twice is done once.
    package init(
        _ form: InterviewForm, at place: OfficePlace, values: FormValues, faults: [FormFault] = [],
        sent: Form = .interview, keys: (attempt: String, interview: String), mark: String
    ) {
        self.form = form
        self.place = place
        self.values = values
        self.faults = faults
        self.sent = sent
        self.keys = keys
        self.mark = mark
    }

    /// The page in its frame. The form that was sent last comes first, for its mistakes are told at the top.
    package func document(in frame: PageFrame) -> Document {
        let due = form.due
        let canLink = form.isShowable && due.standing != .upcoming
        let forms: [AskForm] =
            switch sent {
            case .interview: [interview.filled(by: values), attempt] + (canLink ? [link] : [])
            case .attempt: [attempt.filled(by: values), interview] + (canLink ? [link] : [])
            case .link: [link.filled(by: values), interview, attempt]
            }
        let lead = [
            "Due on \(DayText.long(due.dueOn)). Not to be held by \(due.therapist?.text ?? "the family’s therapist") or a"
                + " colleague of the same team.",
            due.contacts.isEmpty
                ? "Nobody’s number is known." : due.contacts.map(ContactText.line).joined(separator: ". ") + ".",
        ]
        return AskPage(title: "Interview \(due.slot) of \(due.ref)", lead: lead, faults: faults, forms: forms)
            .document(in: frame, above: [], below: attempts)
    }

    private var attempts: [Node] {
        let heading = el("h2", [], "Attempts")
        guard !form.due.attempts.isEmpty else { return [heading, el("p", [], "None yet.")] }
        return [
            heading, el("ul", each: form.due.attempts.map { el("li", [], .text(AttemptText.line($0, form.clock))) }),
        ]
    }

    /// What goes along with a form: which family, and more.
    private func with(_ further: [String: String]) -> [String: String] {
        var hidden = further
        hidden[OfficePlace.field] = place.site.value
        hidden[EpisodePage.Address.ref] = form.due.ref.text
        return hidden
    }

    private var attempt: AskForm {
        let parts =
            [StartOptions.Option(value: "", title: "At any time")]
            + DayPart.allCases.map { StartOptions.Option(value: $0.rawValue, title: $0.title) }
        return AskForm(
            to: InterviewsPage.Address.attempt, mark: mark,
            sections: [
                AskForm.Section(
                    "Nobody was reached, or not now",
                    fields: [
                        AskField(
                            Field.outcome, "What came of it",
                            .radios(AttemptOutcome.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                        AskField(Field.again, "Ring again on (optional)", .date),
                        AskField(Field.part, "When on that day", .choice(parts)),
                    ])
            ],
            hidden: with([Field.slot: "\(form.due.slot)", AskForm.keyField: keys.attempt]),
            button: "Keep the attempt")
    }

    private var interview: AskForm {
        let respondents = AskField(
            Field.respondent, "Who answers",
            .radios(form.respondents.map { .init(value: $0.rawValue, title: $0.title) }))
        return AskForm(
            to: InterviewsPage.Address.one, mark: mark,
            sections: [
                AskForm.Section(
                    "Hold the interview", fields: [respondents, AskField(Field.day, "Day of the interview", .date)]),
                AskForm.Section(form.due.instrument.title, fields: questions),
            ],
            hidden: with([
                AskForm.keyField: keys.interview, AskForm.versionField: "\(form.due.version.number)",
            ]), button: "Keep the answers")
    }

    /// The questions as the site has loaded them; the score where it has loaded none that can be shown.
    private var questions: [AskField] {
        guard let definition = form.definition, definition.isShowable else {
            return [
                AskField(
                    Field.score, "Score", hint: "From 0 to 1, as it was worked out from the form, for example 0.71",
                    .text)
            ]
        }
        return definition.questions
    }

    /// By which a carer is let answer alone.
    private var link: AskForm {
        let words = [
            "A link opens the questions without an account, once. It is shown to you once, with words to send. The questions"
                + " stand there as the site has loaded them: a carer who needs them in another language, or cannot read them,"
                + " is rung, with an interpreter where it takes one.",
            form.link.map(outText),
        ]
        return AskForm(
            to: InterviewsPage.Address.link, mark: mark,
            sections: [
                AskForm.Section(
                    "Let the carer answer alone", lead: words.compactMap { $0.map { el("p", [], .text($0)) } },
                    fields: [
                        AskField(
                            Field.linkRespondent, "Who is to answer",
                            .choice(form.respondents.map { .init(value: $0.rawValue, title: $0.title) })),
                        AskField(
                            Field.linkDays, "For how many days it holds",
                            hint: "\(LinkDays.bounds.lowerBound) to \(LinkDays.bounds.upperBound)",
                            value: "\(LinkDays.usual.number)", .number),
                    ])
            ], hidden: with([:]), button: "Make the link")
    }

    /// A link that can still be used, so that nobody rings in vain or makes another unawares.
    private func outText(_ out: LinkOut) -> String {
        let (made, end) = (LocalText.minute(out.madeAt, form.clock), LocalText.minute(out.expiresAt, form.clock))
        return "A link is out: \(out.madeBy) made it at \(made) for \(out.respondent.title.lowercased()). It holds"
            + " until \(end). Another one ends it."
    }
}
