import CivilDate
import Intervention
import Markup
import Practice

/// What happened with a family, the latest first, a page at a time.
package struct FamilyTimeline: Sendable {
    /// What the timeline can be narrowed to.
    package enum Kind: String, CaseIterable, Sendable {
        case contacts, facts, phases, people, measures

        /// What people call it.
        var title: String {
            switch self {
            case .contacts: "Contacts"
            case .facts: "Goals, plans and other facts"
            case .phases: "Referral, phases and closing"
            case .people: "Who takes part"
            case .measures: "Interviews and follow-ups"
            }
        }

        /// Whether something that happened is of this kind.
        func covers(_ event: EventName) -> Bool {
            switch event {
            case .contactRecorded: self == .contacts
            case .factRecorded, .factWithdrawn, .moduleStarted, .moduleFinished, .moduleCountersigned: self == .facts
            case .participantJoined, .participantLeft, .allocated: self == .people
            case .interviewRecorded, .followedUp: self == .measures
            default: self == .phases
            }
        }
    }

    /// How much of it a page shows.
    private static let atATime = 50

    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace
    private let kind: Kind?
    private let after: StreamSeq?
    private let corrects: Bool

    /// A page.
    /// - Parameters:
    ///   - corrects: whether the reader corrects the record, too.
    ///   - kind: only what is of this kind; nil for all.
    ///   - after: where the page before ended; nil for the first.
    package init(
        _ family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace, kind: Kind?,
        after: StreamSeq?, corrects: Bool
    ) {
        self.family = family
        self.ref = ref
        self.place = place
        self.kind = kind
        self.after = after
        self.corrects = corrects
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let all = family.happenings.filter { kind?.covers($0.event) ?? true }
        // Where the page before ended is found by what stood there, so that nothing that is recorded meanwhile moves it.
        let left = all.dropFirst(after.flatMap { last in all.firstIndex { $0.seq == last } }.map { $0 + 1 } ?? 0)
        let shown = left.prefix(FamilyTimeline.atATime)
        let head = FamilyPages.head(family, ref, at: place.site.value, here: FamilyPages.Address.timeline)
        let entries = all.count == 1 ? "1 entry" : "\(all.count) entries"
        let count = shown.count == all.count ? entries : "\(entries), \(shown.count) of them on this page"
        let scope = el(
            "p", [.class("scope")],
            .text("\(count), the latest first."))
        return frame.document(
            title: "Timeline of \(ref)",
            head + [filter.node, scope, el("ol", [.class("timeline")], each: shown.map(item))]
                + (left.count > shown.count ? shown.last.map { [next($0)] } ?? [] : []))
    }

    private func item(_ one: FamilySheet.Happening) -> Node {
        let text = one.fact.flatMap { id in family.facts.first { $0.fact.id == id } }.flatMap { family.text($0.fact) }
        let what = el(
            "p", [], el("strong", [], .text(FamilyPages.words(one.event.rawValue))),
            .text(one.isTakenBack ? ", taken back" : one.words.isEmpty ? "" : ": \(one.words)"))
        let day = el("time", [Attribute("datetime", "\(one.on)")], .text(DayText.long(one.on)))
        let words = text.map { [el("p", [.class("words")], .text($0))] } ?? []
        return el(
            "li", [], el("p", [.class("hint")], day),
            el("div", each: [what] + words + one.before.map(struck) + reason(of: one) + correction(of: one)))
    }

    /// What stood there before it was corrected.
    private func struck(_ before: FamilySheet.Happening.Before) -> Node {
        let text = before.fact.flatMap { family.text($0) }.map { ": \($0)" } ?? ""
        return el(
            "p", [.class("words")], el("span", [.class("hint")], "Corrected. It was: "),
            el("del", [], .text("\(DayText.long(before.on)), \(before.words)\(text)")))
    }

    /// Why it was corrected.
    private func reason(of one: FamilySheet.Happening) -> [Node] {
        one.corrections.map { why in
            let words = title(of: why.cause) + (family.note(why).map { " \($0)" } ?? "")
            return el("p", [.class("words")], el("span", [.class("hint")], "Why: "), .text(words))
        }
    }

    private func title(of cause: CorrectionCause) -> String {
        switch cause {
        case .fileImport: "the file that was taken in again says otherwise."
        case .entryError: "it was written down wrongly."
        case .newInformation: "something became known later."
        }
    }

    private func correction(of one: FamilySheet.Happening) -> [Node] {
        guard corrects || family.ownOfToday.contains(one.seq), family.knownOn == nil, CorrectPage.covers(one) else {
            return []
        }
        let what = " \(FamilyPages.words(one.event.rawValue)) of \(DayText.long(one.on))"
        return [
            el(
                "p", [],
                el(
                    "a", [.href(CorrectPage.address(of: one, ref, at: place.site.value))], "Correct",
                    el("span", [.class("unseen")], .text(what))))
        ]
    }

    private func next(_ last: FamilySheet.Happening) -> Node {
        var way = FamilyText.address(FamilyPages.Address.timeline, ref, at: place.site.value)
        if let kind { way += "&\(FamilyPages.Address.kind)=\(kind.rawValue)" }
        if let day = family.knownOn { way += "&\(FamilyPages.Address.known)=\(day)" }
        way += "&\(FamilyPages.Address.after)=\(last.seq.number)"
        return el("p", [], el("a", [.href(way)], "Earlier entries"))
    }

    /// Of whom, and as of which day, the timeline is.
    private var asked: [String: String] {
        let family = [OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text]
        guard let day = self.family.knownOn else { return family }
        return family.merging([FamilyPages.Address.known: "\(day)"]) { _, new in new }
    }

    private var filter: AskForm {
        AskForm(
            to: FamilyPages.Address.timeline, mark: nil,
            fields: [
                AskField(
                    FamilyPages.Address.kind, "What is shown", value: kind?.rawValue ?? "",
                    .choice(
                        [.init(value: "", title: "Everything")]
                            + Kind.allCases.map { .init(value: $0.rawValue, title: $0.title) }))
            ], hidden: asked, button: "Show")
    }
}
