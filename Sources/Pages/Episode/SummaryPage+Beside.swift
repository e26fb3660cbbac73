import CivilDate
import Intervention
import Markup
import Practice
import Sites

extension SummaryPage {
    /// What stands beside the record of a week: drafts of it, and what was said to it.
    package struct Beside: Sendable {
        /// What is typed and not handed in; nothing for those who do not write summaries.
        package let drafts: SummaryDrafts
        /// What came with a form that is not there any more, and is kept nowhere.
        package let unkept: [String: String]
        /// What was said, and that it was discussed.
        package let talk: SummaryTalk
        /// The clocks of the site.
        package let clock: SiteClock
        /// The form for a comment; nil for those who write none.
        package let comment: AskForm?
        /// The form that marks it as discussed; nil for those who do not.
        package let discuss: AskForm?

        /// What stands beside the record.
        package init(
            drafts: SummaryDrafts, unkept: [String: String] = [:], talk: SummaryTalk, clock: SiteClock,
            comment: AskForm? = nil, discuss: AskForm? = nil
        ) {
            self.drafts = drafts
            self.unkept = unkept
            self.talk = talk
            self.clock = clock
            self.comment = comment
            self.discuss = discuss
        }
    }

    /// What was typed and is not handed in, by whom and when.
    func typed(_ form: AskForm?, _ beside: Beside) -> [Node] {
        guard let form else { return unsent(beside) }
        let own = beside.drafts.own
        let state = own.first.map { SummaryPage.saved(at: $0.savedAt, beside.clock) } ?? ""
        var nodes = [el("p", [.id("draft-state"), .class("hint"), Attribute("role", "status")], .text(state))]
        nodes += beside.drafts.others.map { draft in
            let at = LocalText.minute(draft.savedAt, beside.clock)
            return el("p", [.class("done")], .text("\(draft.by) is writing this too, last saved at \(at)."))
        }
        if own.count > 1 {
            nodes.append(
                el(
                    "p", [.class("done")], "You typed this summary in another window too. ",
                    el("a", [.href(draftsAddress)], "Look at what you typed there")))
        }
        return nodes + homeless(form, own.first, beside.unkept)
    }

    /// When a draft was saved.
    package static func saved(at instant: Instant, _ clock: SiteClock) -> String {
        "Draft saved at \(LocalText.minute(instant, clock))."
    }

    /// What becomes of a field when another's text is taken over: texts stand behind one's own, choices in its place.
    package static func joined(_ mine: String, _ theirs: String, in name: String) -> String {
        guard holdsWords(name), !mine.isEmpty, mine != theirs else { return theirs }
        return "\(mine)\n\n\(theirs)"
    }

    /// Where drafts are looked at side by side.
    private var draftsAddress: String {
        FamilyText.address(FamilyPages.Address.drafts, ref, at: place.site.value)
            + "&\(Address.week)=\(summary.week.number)"
    }

    /// What stands in a draft where the form has no field any more: others recorded meanwhile what it was about.
    private func homeless(_ form: AskForm, _ draft: SummaryDraft?, _ sent: [String: String]) -> [Node] {
        let names = Set(form.fields.map(\.name))
        let texts = (draft?.fields.texts ?? [:]).merging(sent) { _, new in new }.filter {
            !names.contains($0.key) && !$0.value.isEmpty && SummaryPage.holdsWords($0.key)
        }
        return lines(of: texts, "Typed where the summary has no field any more")
    }

    /// What the reader typed and did not hand in before somebody else handed the summary in.
    private func unsent(_ beside: Beside) -> [Node] {
        let texts = (beside.drafts.own.first?.fields.texts ?? [:]).merging(beside.unkept) { _, new in new }
        return lines(
            of: texts.filter { !$0.value.isEmpty && SummaryPage.holdsWords($0.key) },
            "What you typed and did not hand in")
    }

    private func lines(of texts: [String: String], _ title: String) -> [Node] {
        guard !texts.isEmpty else { return [] }
        let rows = texts.sorted { $0.key < $1.key }.map { name, text in
            (label(of: name, in: nil), el("p", [.class("words")], .text(text)))
        }
        return [el("h2", [.id("unsent")], .text(title)), FamilyPages.list(rows)]
    }

    /// Whether a field holds words that somebody typed, and not only a choice.
    private static func holdsWords(_ name: String) -> Bool {
        name == Address.text || name == Address.advance
            || ["evidence-", "barrier-", "next-", "steps-"].contains { name.hasPrefix($0) }
    }

    /// What a field is called, also where the form has it no more.
    func label(of name: String, in form: AskForm?) -> String {
        if let field = form?.fields.first(where: { $0.name == name }) { return field.label }
        let word = name.prefix { $0 != "-" }
        return switch word {
        case "text": "What you add"
        case "advance": "What got better"
        case "evidence": "Evidence"
        case "barrier": "What stood in the way"
        case "next": "Goal for next week"
        case "steps": "Steps"
        default: FamilyPages.words(String(word))
        }
    }
}
