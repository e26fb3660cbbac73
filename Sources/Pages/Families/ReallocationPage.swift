import CivilDate
import Intervention
import Markup
import Practice

/// Hands families of a therapist over to another of the team: chosen, looked at, then done, with a result for each.
package struct ReallocationPage: Sendable {
    /// Where the pages are, and what their fields are called.
    package enum Address {
        /// Which families, to whom, from when; what is sent there is looked at, and nothing is done.
        package static let page = "/team/hand-over"
        /// Where what was looked at is done.
        package static let confirm = "/team/hand-over/confirm"
        /// Who has the families.
        package static let from = "from"
        /// Who is to have them.
        package static let to = "to"
        /// From which day.
        package static let day = "on"
        /// The families that were ticked, by reference.
        package static let family = "family"
        /// Where a family's record ended when it was looked at: this, a hyphen and the reference.
        package static let version = "seen"
        /// What the button says that goes back to the choice.
        package static let change = "change"
        /// All fields but the families.
        package static let fields = Set(DateParts.names(day)).union([
            OfficePlace.field, FamiliesPage.Address.code, from, to, AskForm.keyField,
        ])
    }

    /// What became of a family.
    package struct Result: Sendable {
        let ref: EpisodeRef
        let sentence: String
        let isDone: Bool

        /// A family that went.
        package static func done(_ ref: EpisodeRef, to staff: StaffCode) -> Result {
            Result(ref: ref, sentence: "Handed over to \(staff).", isDone: true)
        }

        /// A family that stays where it is, and why.
        package static func stays(_ ref: EpisodeRef, because sentence: String) -> Result {
            Result(ref: ref, sentence: "Not handed over. \(sentence)", isDone: false)
        }
    }

    private let sheet: ReallocationSheet
    private let place: OfficePlace
    private let key: String
    private let mark: String

    /// Pages about some families.
    /// - Parameter key: under which each family is handed over once.
    package init(_ sheet: ReallocationSheet, at place: OfficePlace, key: String, mark: String) {
        self.sheet = sheet
        self.place = place
        self.key = key
        self.mark = mark
    }

    private var wish: ReallocationWish { sheet.wish }

    private var hidden: [String: String] {
        [
            OfficePlace.field: place.site.value, FamiliesPage.Address.code: wish.team.text,
            Address.from: wish.from.text, AskForm.keyField: key,
        ]
    }

    /// The page that asks which families, to whom and from when.
    package func choice(_ values: FormValues, faults: [FormFault] = [], in frame: PageFrame) -> Document {
        let families = sheet.families.map { StartOptions.Option(value: $0.ref.text, title: words($0)) }
        let others = sheet.others.map { StartOptions.Option(value: $0.staff.text, title: words($0)) }
        let page = AskPage(
            title: title,
            lead: [
                "\(wish.from) has \(count(sheet.families.count)). Nothing is done before you saw what would happen."
            ],
            faults: faults,
            forms: sheet.families.isEmpty || others.isEmpty
                ? []
                : [
                    AskForm(
                        to: Address.page, mark: mark,
                        fields: [
                            AskField(Address.family, "Which families", .boxes(families)),
                            AskField(
                                Address.to, "To whom", hint: "Those with most room come first", .radios(others)),
                            AskField(Address.day, "From which day", hint: "Today, or a day that has passed", .date),
                        ], hidden: hidden, button: "Show what would happen"
                    ).filled(by: values)
                ])
        let nobody = [el("p", [], "Nobody else of the team is in post.")]
        return page.document(in: frame, below: others.isEmpty ? nobody : [])
    }

    /// The page that shows what would happen.
    package func preview(_ values: FormValues, in frame: PageFrame) -> Document {
        let chosen = sheet.families.filter(\.isChosen)
        var unseen = hidden
        unseen[Address.to] = wish.to?.text
        for name in DateParts.names(Address.day) { unseen[name] = values.text(name) }
        for family in sheet.going { unseen["\(Address.version)-\(family.ref)"] = "\(family.version.number)" }
        let form = AskForm(
            to: Address.confirm, mark: mark, sections: [], hidden: unseen,
            lists: [Address.family: chosen.map(\.ref.text)],
            button: sheet.going.isEmpty ? "Choose again" : "Hand over \(count(sheet.going.count))",
            others: sheet.going.isEmpty ? [] : [.init(value: Address.change, title: "Choose again")])
        let rows = chosen.map { family in
            (family.ref, family.name, family.obstacle.map { "Stays. \($0.sentence)" } ?? "Goes", family.obstacle == nil)
        }
        return AskPage(title: title, lead: [after], forms: [form]).document(
            in: frame, below: [table("What would happen", rows)] + advice)
    }

    /// The page that tells what became of each family.
    package func done(_ results: [Result], in frame: PageFrame) -> Document {
        let count = results.count(where: \.isDone)
        let names = Dictionary(sheet.families.map { ($0.ref, $0.name) }) { first, _ in first }
        let team = "\(OfficePlace.field)=\(place.site.value)&\(FamiliesPage.Address.code)=\(wish.team)"
        return frame.document(
            title: title,
            [
                el("h1", [], .text(title)),
                el(
                    "p", [.class("done"), Attribute("role", "status")],
                    .text("\(count) of \(self.count(results.count)) handed over.")),
                table("What became of each", results.map { ($0.ref, names[$0.ref] ?? nil, $0.sentence, $0.isDone) }),
                el("p", [], el("a", [.href("\(FamiliesPage.Address.team)?\(team)")], "The team and its families")),
                el(
                    "p", [],
                    el(
                        "a", [.href("\(Address.page)?\(team)&\(Address.from)=\(wish.from)")],
                        .text("More families of \(wish.from)"))),
            ])
    }

    private var title: String { "Hand families of \(wish.from) over" }

    private var after: String {
        guard let new = sheet.others.first(where: { $0.staff == wish.to }) else { return "" }
        let (count, most) = (new.families + sheet.going.count, new.most.map { ", of at most \($0)" } ?? "")
        return "From \(DayText.long(sheet.day)) on, \(new.staff) would have \(self.count(count))\(most)."
    }

    private var advice: [Node] {
        guard !sheet.advice.isEmpty else { return [] }
        return [
            el("h2", [], "To think of"), el("ul", each: sheet.advice.map { el("li", [], .text("\($0).")) }),
        ]
    }

    private func words(_ family: ReallocationSheet.Family) -> String {
        let name = family.name.map { " \($0)" } ?? ""
        return "\(family.ref)\(name), \(family.week.map { "week \($0.number)" } ?? "before the first session")"
    }

    private func words(_ caseload: ReferralSheet.Caseload) -> String {
        "\(caseload.staff): \(count(caseload.families))\(caseload.most.map { " of at most \($0)" } ?? "")"
    }

    private func count(_ families: Int) -> String { "\(families) \(families == 1 ? "family" : "families")" }

    private func table(
        _ caption: String, _ rows: [(ref: EpisodeRef, name: String?, sentence: String, goes: Bool)]
    ) -> Node {
        WordTable(
            caption: caption, columns: ["Family", "What happens"],
            rows: rows.map { row in
                [
                    .text(row.name.map { "\(row.ref) \($0)" } ?? row.ref.text),
                    row.goes ? .text(row.sentence) : el("strong", [], .text(row.sentence)),
                ]
            }
        ).node
    }
}

extension ReallocationSheet.Obstacle {
    /// Why a family stays, and what would be right.
    package var sentence: String {
        switch self {
        case .barred: "They must not see this family, because they know it. Choose somebody else for it."
        case .noPost:
            "They have no post in the team on that day that takes families. Choose another day, or somebody else."
        case .refused(let refusal): "\(refusal.description.capitalizedFirst)."
        }
    }
}
