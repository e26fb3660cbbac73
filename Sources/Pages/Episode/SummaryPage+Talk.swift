import CivilDate
import Intervention
import Markup
import Practice

extension SummaryPage {
    /// What the fields of the two forms are called.
    package enum TalkAddress {
        /// The part that a comment is about.
        package static let part = "part"
        /// The words of a comment.
        package static let words = "words"
        /// Where the summary was discussed.
        package static let setting = "setting"
        /// On which day.
        package static let day = "on"
        /// All fields of a comment.
        package static let ofComment = Address.place.union([AskForm.keyField, part, words])
        /// All fields of the other.
        package static let ofDiscussion = Address.place.union([AskForm.keyField, setting]).union(DateParts.names(day))
    }

    /// The form for a comment.
    package func commentForm(key: String, mark: String) -> AskForm {
        AskForm(
            to: FamilyPages.Address.comment, mark: mark,
            sections: [
                AskForm.Section(
                    "Say something to this summary",
                    fields: [
                        AskField(
                            TalkAddress.part, "About", value: SummaryPart.whole.rawValue,
                            .choice(SummaryPart.allCases.map { .init(value: $0.rawValue, title: $0.title) })),
                        AskField(TalkAddress.words, "Comment", .words),
                    ])
            ], hidden: hidden.merging([AskForm.keyField: key]) { first, _ in first }, button: "Add the comment")
    }

    /// The form that marks the summary as discussed.
    package func discussForm(key: String, mark: String) -> AskForm {
        AskForm(
            to: FamilyPages.Address.discussed, mark: mark,
            sections: [
                AskForm.Section(
                    "Mark it as discussed",
                    lead: [
                        el(
                            "p", [],
                            "The summary is locked then: what is wrong in it is corrected by a supervisor, with the reason."
                        )
                    ],
                    fields: [
                        AskField(
                            TalkAddress.setting, "Discussed in", value: DiscussionSetting.supervision.rawValue,
                            .radios(
                                DiscussionSetting.allCases.map {
                                    .init(value: $0.rawValue, title: FamilyPages.words($0.rawValue))
                                })),
                        AskField(TalkAddress.day, "On", value: DateParts.text(family.sheet.day), .date),
                    ])
            ], hidden: hidden.merging([AskForm.keyField: key]) { first, _ in first }, button: "Mark as discussed")
    }

    /// That the summary was discussed.
    func discussed(_ talk: SummaryTalk) -> [Node] {
        guard let discussion = talk.discussion else { return [] }
        let words =
            "Discussed in \(discussion.setting.rawValue) on \(DayText.long(discussion.on)), marked by \(discussion.by). "
            + "The summary is locked; what is wrong in it is corrected."
        return [el("p", [.class("done")], .text(words))]
    }

    /// What was said to a part, the earliest first.
    func thread(_ part: SummaryPart, _ beside: Beside) -> [Node] {
        let comments = beside.talk.comments(on: part)
        guard !comments.isEmpty else { return [] }
        let items = comments.map { comment in
            el(
                "li", [.class("words")],
                el("strong", [], .text("\(comment.by), \(LocalText.minute(comment.at, beside.clock)): ")),
                .text(comment.words ?? "the words are not yours to read, or were erased"))
        }
        return [
            el("h3", [.id("said-\(part.rawValue)")], .text("Comments on \(part.title.lowercased())")),
            el("ol", [.class("comments")], each: items),
        ]
    }

    /// The forms below the record.
    func talkForms(_ beside: Beside, _ faults: [FormFault]) -> [Node] {
        [beside.comment, beside.discuss].compactMap { $0?.node(faults) }
    }
}

extension SummaryPart {
    /// What people call it.
    var title: String {
        switch self {
        case .overarchingGoals: "Overarching goals"
        case .weekGoals: "Goals of this week"
        case .barriers: "Barriers"
        case .advances: "Advances"
        case .fit: "Changes in the fit"
        case .nextGoals: "Goals for next week"
        case .whole: "The whole summary"
        }
    }
}
