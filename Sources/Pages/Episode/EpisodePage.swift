import CivilDate
import Intervention
import Markup
import Practice

/// A family on one page: the safety plan first, then where treatment is, what is owed, who takes part, what the modules
/// wait for, where the child lives and goes to school.
package struct EpisodePage: Sendable {
    /// Where the page is, and what its fields are called.
    package enum Address {
        /// The page.
        package static let page = "/episode"
        /// The site's reference of the episode.
        package static let ref = "ref"
    }

    private let family: FamilySheet
    private let ref: EpisodeRef
    private let place: OfficePlace
    private let records: Bool
    private let earlier: EarlierDay
    private var sheet: EpisodeSheet { family.sheet }
    private var facts: EpisodeFacts { family.sheet.facts }

    /// The earlier day that somebody asks for.
    package struct EarlierDay: Hashable, Sendable {
        /// What is typed in the field.
        package var typed = ""
        /// Why nothing can be shown of it; nil when it can, or none was asked for.
        package var problem: String?

        /// A day.
        package init(typed: String = "", problem: String? = nil) {
            self.typed = typed
            self.problem = problem
        }
    }

    /// A page.
    /// - Parameters:
    ///   - records: whether the reader writes in the record, too: nobody is led to a form that refuses them.
    ///   - earlier: the earlier day that was asked for.
    package init(
        _ family: FamilySheet, _ ref: EpisodeRef, at place: OfficePlace, records: Bool,
        earlier: EarlierDay = EarlierDay()
    ) {
        self.family = family
        self.ref = ref
        self.place = place
        self.records = records
        self.earlier = earlier
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let site = place.site.value
        let head = FamilyPages.head(family, ref, at: site, here: FamilyPages.Address.overview)
        let pressing =
            FamilyPages.lines("alerts", "To look at", alerts, none: "Nothing asks to be looked at.")
            + FamilyPages.lines("owed", "Owed", owed, none: "Nothing is owed.")
        let people = FamilyPages.lines("people", "Who takes part", people, none: "The child alone.")
        let letters = LetterPage.links(
            LetterKind.allCases.filter { !$0.isOfReferral }, about: facts, hasDied: sheet.death != nil, ref, at: site)
        let more: [[Node]] = family.knownOn == nil ? strips + [letters] : strips
        let beside: [[Node]] = [people] + modules + [interviews] + more
        let blocks = el("div", [.class("blocks")], each: beside.filter { !$0.isEmpty }.map { el("section", each: $0) })
        let title = "\(ref)\(family.name.map { " \($0)" } ?? "") at \(place.site.title)"
        let faults = earlier.problem.map { [FormFault(FamilyPages.Address.known, $0)] } ?? []
        let problems = faults.isEmpty ? [] : [ErrorSummary.node(faults)]
        return frame.document(
            title: faults.isEmpty ? title : "Error: \(title)",
            problems + head + FamilyPages.safety(family) + deeds + [standing] + pressing + [blocks] + known(faults))
    }

    private var standing: Node {
        let phase = facts.phase(on: sheet.day) ?? facts.phase
        var rows: [(String, String)] = [
            ("As of", DayText.long(sheet.day)), ("Model", sheet.model.title), ("Team", sheet.team?.text ?? "None"),
            ("Therapist", facts.assignment(on: sheet.day)?.therapist?.text ?? "None"),
            ("Referred on", DayText.long(facts.referredOn)),
            ("Stage", title(of: phase)),
        ]
        // After the last day of treatment no week of it is counted any more.
        if facts.closing == nil, let started = facts.startedOn,
            let week = TreatmentWeek(of: sheet.day, since: started)
        {
            rows.append(("Week of treatment", "\(week.number), since \(DayText.long(started))"))
        }
        rows += facts.spells.filter { $0.from <= sheet.day }.map { (title(of: $0.phase), span($0)) }
        if let closing = facts.closing { rows.append(("Closed on", DayText.long(closing.on))) }
        if let death = sheet.death {
            let day = DayText.long(death.on)
            rows.append(("Died on", death.death.dayIsEstimated ? "\(day) (estimated)" : day))
        }
        return FamilyPages.list(rows.map { ($0.0, .text($0.1)) })
    }

    private func title(of phase: PhaseID) -> String { sheet.model.phases.phase(phase)?.title ?? phase.text }

    private func span(_ spell: PhaseSpell) -> String {
        let end = spell.until.flatMap { $0 <= sheet.day ? $0 : nil } ?? sheet.day
        let days = spell.from.days(until: end)
        let plan = spell.plannedUntil.map { ", planned until \(DayText.long($0))" } ?? ""
        return "\(days) \(days == 1 ? "day" : "days") since \(DayText.long(spell.from))\(plan)"
    }

    /// What can be done with an open family: the usual at once, the end of treatment beside it.
    private var deeds: [Node] {
        guard records, facts.closing == nil, family.knownOn == nil else { return [] }
        let site = place.site.value
        return [
            el(
                "p", [.class("deeds")],
                el(
                    "a", [.href(FamilyText.address(ContactPage.Address.page, ref, at: site)), .class("deed")],
                    "Record a contact"),
                el("a", [.href(FamilyText.address(ClosingPage.Address.page, ref, at: site))], "Close the family"))
        ]
    }

    private var alerts: [Node] {
        sheet.alerts.map { alert in
            .fragment([
                el("strong", [], .text(FamilyPages.words(alert.urgency.rawValue))),
                .text(": \(DayText.sentence(alert.sentence)) Since \(DayText.long(alert.since))."),
            ])
        }
    }

    private var owed: [Node] {
        sheet.obligations.map { owed in
            let about = owed.about == .family ? "" : ", \(facts.label(of: owed.about).text)"
            let when = FamilyText.due(owed.dueOn, on: sheet.day)
            return .text("\(sheet.model.title(of: owed.kind))\(about): due \(when), on \(DayText.long(owed.dueOn)).")
        }
    }

    private var people: [Node] {
        facts.participants.filter { $0.from <= sheet.day }.map { spell in
            let label = facts.label(of: .participant(spell.participant.id)).text
            let until = spell.until.map { " until \(DayText.long($0))" } ?? ""
            return .text("\(FamilyPages.words(label)), since \(DayText.long(spell.from))\(until)")
        }
    }

    private var modules: [[Node]] {
        guard !sheet.model.modules.isEmpty else { return [] }
        return [FamilyPages.lines("modules", "Modules", family.modules.map(module), none: "No module is for anybody.")]
    }

    private func module(_ one: FamilySheet.Module) -> Node {
        let who = one.about == .family ? "the family" : facts.label(of: one.about).text
        let shut = one.gates.filter { !$0.isOpen }.map { "\($0.gate.title) (\($0.gate.strength.rawValue))" }
        let state: String
        switch (one.run, one.run?.ending) {
        case (let run?, nil): state = "In progress since \(DayText.long(run.from))"
        case (let run?, let ending?):
            state = "\(FamilyPages.words(ending.rawValue)) \(run.until.map { DayText.long($0) } ?? "")"
        case (nil, _):
            state = shut.isEmpty ? "Not yet started" : "Cannot start yet: it waits for \(shut.joined(separator: "; "))"
        }
        return .fragment([el("strong", [], .text("\(one.module.title), \(who)")), .text(": \(state)")])
    }

    private var interviews: [Node] {
        let slots = family.interviews.map { slot -> Node in
            let word = slot.standing.word
            let became = word == "met" ? "Held" : FamilyPages.words(word)
            return .text("Due \(DayText.long(slot.dueOn)): \(became)")
        }
        return FamilyPages.lines("adherence", "Adherence interviews", slots, none: "None is due yet.")
    }

    private var strips: [[Node]] {
        guard let child = family.child else { return [] }
        let places = child.placements.filter { $0.startedOn <= sheet.day }.map { spell in
            strip(FamilyPages.words(spell.placement.setting.rawValue), spell.startedOn, spell.endedOn)
        }
        let school = child.schooling.filter { $0.from <= sheet.day }.enumerated().map { place, status in
            strip(
                FamilyPages.words(status.status.rawValue), status.from,
                child.schooling.dropFirst(place + 1).first?.from)
        }
        return [
            FamilyPages.lines("places", "Where the child lived", places, none: "No placement is on record."),
            FamilyPages.lines("school", "School and work", school, none: "Nothing is on record."),
        ]
    }

    private func strip(_ words: String, _ from: CivilDate, _ until: CivilDate?) -> Node {
        let end = until.map { "to \(DayText.long($0))" } ?? "until now"
        return .text("\(words), \(DayText.long(from)) \(end)")
    }

    private func known(_ faults: [FormFault]) -> [Node] {
        let form = AskForm(
            to: FamilyPages.Address.overview, mark: nil,
            fields: [
                AskField(
                    FamilyPages.Address.known, "What was known on", hint: "For example 2026-03-31",
                    value: earlier.typed, .day)
            ], hidden: [OfficePlace.field: place.site.value, EpisodePage.Address.ref: ref.text], button: "Show")
        return [el("h2", [], "As it was known on an earlier day"), form.node(faults)]
    }
}
