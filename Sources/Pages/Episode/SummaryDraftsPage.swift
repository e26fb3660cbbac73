import Intervention
import Markup
import Practice
import Sites

/// What somebody typed beside what somebody else typed into the same summary, or the same account in another window. Nothing
/// of either is lost: what is ticked is taken over, texts behind one's own.
package struct SummaryDraftsPage: Sendable {
    /// What the fields of the form are called.
    package enum Address {
        /// Which draft is looked at: its place among those that are not the reader's newest.
        package static let from = "from"
        /// The list of fields that are taken over from a draft.
        package static func take(_ place: Int) -> String { "take-\(place)" }
        /// The most drafts that one page shows.
        private static let most = 40
        /// What is sent by the button that throws a draft away.
        package static let discard = "discard"
        /// All fields of the form but those that may come more than once.
        package static let all = SummaryPage.Address.place.union([AskForm.buttonField, SummaryPage.Address.draft, from])
        /// Those that may.
        package static let lists = Set((0..<most).map { take($0) })
    }

    /// A draft that is looked at.
    package struct Other: Sendable {
        /// What was typed.
        package let draft: SummaryDraft
        /// Whether it is the reader's own, from another window.
        package let isOwn: Bool
    }

    private let page: SummaryPage
    private let form: AskForm
    private let drafts: SummaryDrafts
    private let clock: SiteClock

    /// A page.
    /// - Parameter form: the summary's form as it opens without a draft.
    package init(_ page: SummaryPage, form: AskForm, drafts: SummaryDrafts, clock: SiteClock) {
        self.page = page
        self.form = form
        self.drafts = drafts
        self.clock = clock
    }

    /// The drafts that can be looked at beside the reader's newest.
    package static func others(_ drafts: SummaryDrafts) -> [Other] {
        drafts.others.map { Other(draft: $0, isOwn: false) }
            + drafts.own.dropFirst().map { Other(draft: $0, isOwn: true) }
    }

    /// The page in its frame, or nil when there is nothing to look at.
    package func document(mark: String, in frame: PageFrame) -> Document? {
        let others = SummaryDraftsPage.others(drafts)
        guard !others.isEmpty else { return nil }
        let parts = others.enumerated().map { index, other in part(other, index, mark) }
        return frame.document(
            title: "Drafts of the weekly summary of \(page.ref), week \(page.summary.week.number)",
            [
                el("h1", [], .text("Drafts of the summary of week \(page.summary.week.number)")),
                el(
                    "p", [],
                    "What you take over is added to your own draft: texts behind yours, choices in the place of yours."),
            ] + parts.flatMap { $0 })
    }

    /// What the reader's own newest draft holds in a field, or what the form opens with.
    private func mine(_ name: String) -> String {
        drafts.own.first?.fields.texts[name] ?? form.fields.first { $0.name == name }?.value ?? ""
    }

    private func part(_ other: Other, _ index: Int, _ mark: String) -> [Node] {
        let names = form.fields.map(\.name)
        let theirs = other.draft.fields.texts
        let changed = (names + theirs.keys.filter { !names.contains($0) }.sorted()).filter {
            !(theirs[$0] ?? "").isEmpty && theirs[$0] != mine($0) && !SummaryPage.Address.isBefore($0)
        }
        let at = LocalText.minute(other.draft.savedAt, clock)
        let who = other.isOwn ? "You, in another window" : other.draft.by.text
        let heading = el("h2", [], .text("\(who), saved at \(at)"))
        let rows = changed.map { name in
            ConflictPage.Row(
                page.label(of: name, in: form), yours: shown(mine(name), name), theirs: shown(theirs[name] ?? "", name))
        }
        let boxes = changed.enumerated().map { place, name in
            StartOptions.Option(value: name, title: rows[place].label)
        }
        let discard = StartOptions.Option(value: Address.discard, title: "Throw this draft away")
        let take = AskForm(
            to: FamilyPages.Address.drafts, mark: mark,
            sections: [AskForm.Section(fields: [AskField(Address.take(index), "Take over", .boxes(boxes))])],
            hidden: page.hidden.merging(
                [
                    Address.from: "\(index)", SummaryPage.Address.draft: "\(other.draft.version)",
                ]) { first, _ in first },
            button: "Take over what is ticked", others: other.isOwn ? [discard] : [])
        let heads = (yours: "Your draft", theirs: other.isOwn ? "The other window" : other.draft.by.text)
        guard !rows.isEmpty else { return [heading, el("p", [], "It says nothing that yours does not say too.")] }
        return [heading, ConflictPage.table(rows, under: heads), take.node]
    }

    /// What stands in a field as people read it: the words of a choice, not its code.
    private func shown(_ value: String, _ name: String) -> String {
        switch form.fields.first(where: { $0.name == name })?.kind {
        case .choice(let options), .radios(let options): options.first { $0.value == value }?.title ?? value
        default: value
        }
    }
}
