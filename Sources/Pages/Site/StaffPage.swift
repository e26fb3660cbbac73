import CivilDate
import Intervention
import Markup
import Practice

/// Who works in the teams of a site, which trainings they have, and what runs out within ninety days.
package struct StaffPage: Sendable {
    private let sheet: StaffSheet
    private let place: OfficePlace
    private let ways: SitePages.Ways

    /// A page.
    /// - Parameter ways: which of the site's pages the reader has.
    package init(_ sheet: StaffSheet, at place: OfficePlace, _ ways: SitePages.Ways) {
        self.sheet = sheet
        self.place = place
        self.ways = ways
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Staff and training of \(place.site.title)",
            SitePages.head("Staff and training", at: place, here: SitePages.Address.staff, ways)
                + [el("p", [.class("scope")], .text("On \(DayText.long(sheet.day))."))] + sheet.teams.flatMap(team))
    }

    private func team(_ team: StaffSheet.Team) -> [Node] {
        let staff = WordTable(
            caption: "\(team.posts.count) posts, today or to come",
            columns: ["Who", "As what", "Share of a post", "From", "Until", "Training"], rows: team.posts.map(row))
        return [el("h2", [], .text("Team \(team.code)")), el("p", [], .text(licence(team.licence)))]
            + terms(team.terms) + (team.posts.isEmpty ? [el("p", [], "Nobody is in post.")] : [staff.node])
    }

    private func licence(_ licence: LicenceStanding.Licence) -> String {
        switch licence {
        case .held(let through): "Licensed through \(DayText.long(through))."
        case .expired(let day): "The licence ended on \(DayText.long(day))."
        case .begins(let day): "The licence begins on \(DayText.long(day))."
        case .none: "No licence is on record."
        }
    }

    /// What runs out, under how soon it does.
    private func terms(_ terms: [StaffSheet.Term]) -> [Node] {
        let title = el("h3", [], "What runs out")
        guard !terms.isEmpty else {
            return [title, el("p", [], .text("Nothing, for \(StaffSheet.warnings.max() ?? 0) days."))]
        }
        let items = terms.map { term in
            let when = FamilyText.due(term.on, on: sheet.day)
            return el(
                "li", [], el("strong", [], .text(heading(term))),
                .text(": \(term.what), \(when), on \(DayText.long(term.on)).")
            )
        }
        return [title, el("ul", [.class("terms")], each: items)]
    }

    private func heading(_ term: StaffSheet.Term) -> String {
        let days = sheet.day.days(until: term.on)
        guard days >= 0 else { return "Past" }
        return StaffSheet.warnings.first { days <= $0 }.map { "Within \($0) days" } ?? "Later"
    }

    private func row(_ one: StaffSheet.Post) -> [Node] {
        let trainings = one.trainings.map { el("li", [], .text("\($0.title): \(state($0))")) }
        return [
            .text(one.post.staff.text), .text(FamilyPages.words(one.post.role.rawValue)), .text("\(one.post.fte)"),
            .text(DayText.long(one.post.from)), .text(one.post.through.map { DayText.long($0) } ?? "No end"),
            trainings.isEmpty ? "None is asked for" : el("ul", each: trainings),
        ]
    }

    private func state(_ needed: StaffSheet.Needed) -> String {
        if let day = needed.completedOn { return "completed \(DayText.long(day))" }
        guard let due = needed.dueOn else { return "not yet, needed before the first family" }
        return "not yet, needed by \(DayText.long(due))"
    }
}
