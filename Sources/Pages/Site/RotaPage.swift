import CivilDate
import Intervention
import Markup
import Practice

/// Who carries the telephones of a site's teams in the weeks to come; days on which nobody does stand out.
package struct RotaPage: Sendable {
    private let sheet: RotaSheet
    private let place: OfficePlace
    private let ways: SitePages.Ways

    /// A page.
    /// - Parameter ways: which of the site's pages the reader has.
    package init(_ sheet: RotaSheet, at place: OfficePlace, _ ways: SitePages.Ways) {
        self.sheet = sheet
        self.place = place
        self.ways = ways
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        frame.document(
            title: "Rota of \(place.site.title)",
            SitePages.head("Rota", at: place, here: SitePages.Address.rota, ways)
                + [
                    el(
                        "p", [.class("scope")],
                        .text("From \(DayText.long(sheet.from)) to \(DayText.long(sheet.through)), both ends included.")
                    )
                ] + sheet.teams.flatMap { team($0.code, $0.spells) })
    }

    private func team(_ code: TeamCode, _ spells: [RotaSheet.Spell]) -> [Node] {
        let free = spells.filter(\.holders.isEmpty).reduce(0) { $0 + $1.from.days(until: $1.through) + 1 }
        let gaps = free == 0 ? "Every day has somebody." : "On \(free) \(free == 1 ? "day" : "days") nobody is on call."
        let table = WordTable(
            caption: "Who carries the telephone of team \(code)", columns: ["Days", "Who"],
            rows: spells.map { spell in
                [
                    .text(days(spell)),
                    spell.holders.isEmpty
                        ? el("strong", [], "Nobody") : .text(spell.holders.map(\.text).joined(separator: ", ")),
                ]
            })
        return [el("h2", [], .text("Team \(code)")), el("p", [], .text(gaps)), table.node]
    }

    private func days(_ spell: RotaSheet.Spell) -> String {
        spell.from == spell.through
            ? DayText.long(spell.from) : "\(DayText.long(spell.from)) to \(DayText.long(spell.through))"
    }
}
