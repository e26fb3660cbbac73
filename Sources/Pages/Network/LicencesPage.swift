import CivilDate
import Intervention
import Markup
import Practice

/// The licences of all sites' teams, for the network: what runs out first, then each site and model.
package struct LicencesPage: Sendable {
    /// Where the page is.
    package enum Address {
        /// All sites.
        package static let page = "/network/licences"
    }

    private let book: LicenceBook

    /// A page.
    package init(_ book: LicenceBook) {
        self.book = book
    }

    /// The page in its frame.
    package func document(in frame: PageFrame) -> Document {
        let head = [
            el("h1", [], "Licences"),
            el("p", [.class("lead")], "A team takes a family on only while it holds the licence of its model."),
        ]
        guard !book.rows.isEmpty else {
            return frame.document(title: "Licences", head + [el("p", [], "There is no site with a team yet.")])
        }
        let hold = book.teams == 1 ? "team holds its" : "teams hold their"
        let count = "\(book.licensed) of \(book.teams) \(hold) licence."
        return frame.document(
            title: "Licences", head + [el("p", [.class("scope")], .text(count))] + running + [table.node])
    }

    /// A licence that ended or ends within the days that are warned of.
    private struct Term {
        let row: LicenceBook.Row
        let team: LicenceBook.Team
        let days: Int
    }

    /// What runs out, under how soon it does; what ended already comes first.
    private var running: [Node] {
        let title = el("h2", [], "What runs out")
        let terms = book.rows.flatMap { row in
            row.teams.compactMap { team in
                team.through.map { Term(row: row, team: team, days: row.day.days(until: $0)) }
            }
        }.filter { $0.days <= (StaffSheet.warnings.max() ?? 0) }
        guard !terms.isEmpty else {
            return [title, el("p", [], .text("Nothing, for \(StaffSheet.warnings.max() ?? 0) days."))]
        }
        let items = terms.sorted { ($0.days, $0.team.code) < ($1.days, $1.team.code) }.map { term in
            let whose = "\(term.row.name), team \(term.team.code) (\(term.row.title))"
            let when = term.team.through.map { "\(term.days < 0 ? "ended" : "ends") on \(DayText.long($0))" } ?? ""
            return el("li", [], el("strong", [], .text(heading(term.days))), .text(": \(whose) \(when)."))
        }
        return [title, el("ul", [.class("terms")], each: items)]
    }

    private func heading(_ days: Int) -> String {
        guard days >= 0 else { return "Past" }
        return StaffSheet.warnings.first { days <= $0 }.map { "Within \($0) days" } ?? "Later"
    }

    private var table: WordTable {
        WordTable(
            caption: "Sites and models, by the site’s code",
            columns: ["Site", "Model", "Teams licensed", "Licence", "Stage", "Next step"],
            rows: book.rows.map { row in
                [
                    .text("\(row.name) (\(row.site))"), .text(row.title),
                    .text("\(row.teams.count(where: \.isLicensed)) of \(row.teams.count)"),
                    each(row.teams) { licence($0.licence) }, each(row.teams) { stage($0.stage) },
                    each(row.teams) { step($0) },
                ]
            })
    }

    /// The same of each team, with its code.
    private func each(_ teams: [LicenceBook.Team], _ words: (LicenceBook.Team) -> String) -> Node {
        el("ul", [.class("plain")], each: teams.map { el("li", [], .text("\($0.code): \(words($0))")) })
    }

    private func licence(_ licence: LicenceStanding.Licence) -> String {
        switch licence {
        case .held(let through): "through \(DayText.long(through))"
        case .expired(let day): "ended on \(DayText.long(day))"
        case .begins(let day): "begins on \(DayText.long(day))"
        case .none: "none on record"
        }
    }

    private func stage(_ stage: SiteStage?) -> String { stage.map(\.full) ?? "none on record" }

    private func step(_ team: LicenceBook.Team) -> String {
        switch team.step {
        case .grant: "grant the licence"
        case .renew: "renew the licence"
        case .renewSoon: "renew the licence in time"
        case .wait: "wait for its first day"
        case .readinessReview: "hold the \(SiteStage.readinessReview.title)"
        case .none: "nothing now"
        }
    }
}

extension SiteStage {
    /// `D, site readiness review`.
    var full: String { "\(rawValue), \(title)" }
}
