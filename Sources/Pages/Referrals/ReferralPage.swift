import CivilDate
import Intervention
import Markup
import Practice

/// One referral: what is known, what each model makes of it, the decision, and who takes the family on.
package struct ReferralPage: Sendable {
    /// What the fields are called.
    package enum Field {
        /// The answer to a question: this and the question's key.
        package static let answer = "answer"
        /// The day that a question asks for: this and the question's key, in three fields.
        package static let happened = "happened"
        /// Accepted or declined.
        package static let verdict = "verdict"
        /// Why it is declined.
        package static let reason = "reason"
        /// Where the family is sent on to.
        package static let onward = "onward"
        /// The day of the decision, in three fields.
        package static let day = "day"
        /// Who takes the family on.
        package static let therapist = "therapist"
        /// Who sees to the referral.
        package static let owner = "owner"
        /// What stands for nobody: no code of staff has this form.
        package static let nobody = "(nobody)"
        /// Which owner the page showed, 0 for none.
        package static let turn = "turn"
        /// What the button says that only shows what the models say.
        package static let show = "show"
    }

    private let sheet: ReferralSheet
    private let place: OfficePlace
    private let results: [Eligibility]
    private let values: FormValues
    private let faults: [FormFault]
    private let keys: (referral: String, owner: String)
    private let mayGive: Bool
    private let mark: String

    /// A page.
    /// - Parameters:
    ///   - results: what each model says of the answers; empty while nobody asked.
    ///   - keys: under which what is sent twice is done once: by the form of the referral, and by that of its owner.
    ///   - mayGive: whether the reader says who sees to the referral.
    package init(
        _ sheet: ReferralSheet, at place: OfficePlace, results: [Eligibility] = [], values: FormValues,
        faults: [FormFault] = [], keys: (referral: String, owner: String), mayGive: Bool, mark: String
    ) {
        self.sheet = sheet
        self.place = place
        self.results = results
        self.values = values
        self.faults = faults
        self.keys = keys
        self.mayGive = mayGive
        self.mark = mark
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let title = "Referral \(sheet.ref)"
        let forms: [AskForm] =
            switch sheet.step {
            case .decision: [decision.filled(by: values)]
            case .allocation: [allocation.filled(by: values)]
            case .beginning, nil: []
            }
        let owner = ReferralOwnerForm(sheet: sheet, place: place, key: keys.owner, mark: mark)
        let given = mayGive ? owner.form.map { values.text(Field.owner).isEmpty ? $0 : $0.filled(by: values) } : nil
        let told = given == nil && !sheet.owners.isEmpty ? [el("h2", [], "Whose it is")] + owner.history : []
        return AskPage(title: title, lead: [lead], faults: faults, forms: forms + (given.map { [$0] } ?? []))
            .document(in: frame, before: facts + comparison, below: told + letters)
    }

    private var lead: String {
        switch sheet.step {
        case .decision:
            "The referral waits for a decision. A question that is not answered is not known: neither yes nor no."
        case .allocation: "The referral was accepted. Say who takes the family on."
        case .beginning: "The family waits for its first session."
        case nil: "Nothing more is to be decided here."
        }
    }

    /// What goes along with each form.
    private var hidden: [String: String] {
        [
            OfficePlace.field: place.site.value, EpisodePage.Address.ref: sheet.ref.text,
            AskForm.keyField: keys.referral,
            AskForm.versionField: "\(sheet.version.number)",
        ]
    }

    private var decision: AskForm {
        AskForm(
            to: ReferralsPage.Address.one, mark: mark,
            sections: [
                AskForm.Section("Questions", fields: ReferralQuestions(sheet.models).fields),
                AskForm.Section(
                    "Decision",
                    fields: [
                        AskField(
                            Field.verdict, "What was decided",
                            .radios([
                                .init(value: "accepted", title: "Accepted"),
                                .init(value: "declined", title: "Declined"),
                            ])),
                        AskField(Field.day, "Day of the decision", .date),
                        AskField(
                            Field.reason, "Why, if it is declined",
                            .choice(
                                [.init(value: "", title: "Not declined")]
                                    + DeclineReason.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                        AskField(
                            Field.onward, "Where the family is sent on to, if it is declined",
                            .choice(
                                [.init(value: "", title: "Not known")]
                                    + OnwardService.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                    ]),
            ], hidden: hidden, button: "Keep the decision",
            others: [.init(value: Field.show, title: "Show what each model says")])
    }

    private var allocation: AskForm {
        let therapists = sheet.caseloads.map { caseload in
            let most = caseload.most.map { " of \($0)" } ?? ""
            return StartOptions.Option(
                value: caseload.staff.text, title: "\(caseload.staff): \(caseload.families)\(most) families")
        }
        return AskForm(
            to: ReferralsPage.Address.allocation, mark: mark,
            fields: [
                AskField(
                    Field.therapist, "Therapist", hint: "Those with most room come first", .radios(therapists)),
                AskField(Field.day, "From which day", .date),
            ], hidden: hidden, button: "Give the family to this therapist")
    }

    /// What each model says, side by side.
    private var comparison: [Node] {
        guard !results.isEmpty else { return [] }
        let titles = Dictionary(sheet.models.map { ($0.id, $0.title) }) { first, _ in first }
        let columns = results.map { result in
            el(
                "section", [.class("entry")],
                each: [
                    el("h3", [], .text(titles[result.model] ?? result.model.text)),
                    el("p", [.class("note")], .text(result.verdict.title)),
                ] + reasons(of: result))
        }
        return [el("h2", [.id("models")], "What each model says"), el("div", [.class("side-by-side")], each: columns)]
    }

    /// Why, the worst first; what only repeats the verdict is not said again at each line.
    private func reasons(of result: Eligibility) -> [Node] {
        Eligibility.Verdict.allCases.sorted().reversed().flatMap { verdict -> [Node] in
            let reasons = result.reasons.filter { $0.verdict == verdict }
            guard !reasons.isEmpty else { return [] }
            let title = verdict == result.verdict ? [] : [el("p", [.class("note")], .text(verdict.title))]
            return title + [el("ul", each: reasons.map { el("li", [], .text(DayText.sentence($0.sentence))) })]
        }
    }

    private var facts: [Node] {
        let facts = sheet.facts
        var rows = [
            ("Name", sheet.name ?? "Not known"), ("Model", sheet.model.title), ("Team", sheet.team?.text ?? "None"),
            ("Referred on", DayText.long(facts.referredOn)),
            ("Who referred", facts.referral.source?.title ?? "Not known"),
            ("Month of birth", facts.referral.profile.birthMonth.map(DayText.month) ?? "Not known"),
            ("Sex", facts.referral.profile.sex?.title ?? "Not known"),
        ]
        if let decision = facts.decision {
            let verdict: String =
                switch decision.screening.verdict {
                case .accepted: "Accepted"
                case .declined(let reason): "Declined: \(reason.title)"
                }
            rows.append(("Decision", "\(verdict), on \(DayText.long(decision.on))"))
            if let onward = decision.screening.onward { rows.append(("Sent on to", onward.title)) }
        }
        if let therapist = facts.assignment?.therapist { rows.append(("Therapist", therapist.text)) }
        let list = el(
            "dl", [.class("facts")],
            each: rows.map { name, value in el("div", [], el("dt", [], .text(name)), el("dd", [], .text(value))) })
        return [el("h2", [], "What is known"), list]
    }

    private var letters: [Node] {
        LetterPage.links(
            LetterKind.allCases.filter(\.isOfReferral), about: sheet.facts, hasDied: false,
            sheet.ref, at: place.site.value)
    }
}
