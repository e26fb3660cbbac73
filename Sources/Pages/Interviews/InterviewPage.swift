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
    }

    private let form: InterviewForm
    private let place: OfficePlace
    private let values: FormValues
    private let faults: [FormFault]
    private let isAttempt: Bool
    private let keys: (attempt: String, interview: String)
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - isAttempt: whether what was typed is of the form for attempts.
    ///   - keys: under which what is sent twice is done once.
    package init(
        _ form: InterviewForm, at place: OfficePlace, values: FormValues, faults: [FormFault] = [],
        isAttempt: Bool = false, keys: (attempt: String, interview: String), mark: String
    ) {
        self.form = form
        self.place = place
        self.values = values
        self.faults = faults
        self.isAttempt = isAttempt
        self.keys = keys
        self.mark = mark
    }

    /// The page in its frame. The form that was sent last comes first, for its mistakes are told at the top.
    package func document(in frame: PageFrame) -> Document {
        let due = form.due
        let forms = isAttempt ? [attempt.filled(by: values), interview] : [interview.filled(by: values), attempt]
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
        return definition.items.map { item in
            AskField(
                "\(Field.item)-\(item.key)", item.wording ?? item.key.text,
                .radios(item.options.map { .init(value: $0.code.text, title: $0.wording ?? $0.code.text) }))
        }
    }
}
