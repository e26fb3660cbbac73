import Markup
import Practice

/// The pages about a site itself: its settings, its staff, its rota. They have people by code, and no family.
package enum SitePages {
    /// Where the pages are.
    package enum Address {
        /// How the site is set up, with the history of that.
        package static let settings = "/site"
        /// Staff, trainings and what runs out.
        package static let staff = "/site/staff"
        /// Who carries the telephones.
        package static let rota = "/site/rota"
        /// The nightly ledger.
        package static let nights = "/site/nights"
    }

    /// Which of the pages a reader has besides settings and rota.
    package struct Ways: Hashable, Sendable {
        /// Whether they have staff and training.
        package var hasStaff: Bool
        /// Whether they have the nights.
        package var hasNights: Bool

        /// Ways.
        package init(hasStaff: Bool, hasNights: Bool) {
            self.hasStaff = hasStaff
            self.hasNights = hasNights
        }
    }

    /// What stands above each of the pages: its heading, and the ways to the others that the reader has.
    static func head(_ title: String, at place: OfficePlace, here: String, _ ways: Ways) -> [Node] {
        let pages =
            [(Address.settings, "Settings")] + (ways.hasStaff ? [(Address.staff, "Staff and training")] : [])
            + [(Address.rota, "Rota")] + (ways.hasNights ? [(Address.nights, "Nights")] : [])
        func way(_ page: String) -> String { "\(page)?\(OfficePlace.field)=\(place.site.value)" }
        let links = PageLinks(pages.map { .init(value: way($0.0), title: $0.1) }, at: way(here))
        let choice = AskForm(to: here, mark: nil, fields: place.fields, button: "Show")
        return [el("h1", [], .text("\(title) of \(place.site.title)")), links.region("Pages of the site")]
            + (place.fields.isEmpty ? [] : [choice.node])
    }
}
