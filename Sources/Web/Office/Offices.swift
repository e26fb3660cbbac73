import Accounts
import CivilDate
import Intervention
import Pages
import Sites

/// The pages that belong to a role's work.
enum Offices {
    /// Each page with the action that opens it.
    private static let all: [(action: Action, page: StartOptions.Option)] = [
        (.report, .init(value: "/", title: "Programme indicators")),
        (.report, .init(value: ReportsPage.Address.site, title: "Reports")),
        (.networkReport, .init(value: ReportsPage.Address.network, title: "Reports of the network")),
        (.showEdition, .init(value: EditionsPage.Address.list, title: "Editions: frozen figures of the network")),
        (.breakGlass, .init(value: EmergencyPage.Address.page, title: "Open a record in an emergency")),
        (.reviewGlass, .init(value: EmergencyReviewPage.Address.page, title: "Records opened in an emergency")),
        (.showAccessLog, .init(value: AccessLogPage.Address.page, title: "Access log")),
        (.showAccessLog, .init(value: AccessAlertsPage.Address.page, title: "Looks to be looked into")),
        (.subjectAccess, .init(value: SubjectSearchPage.Address.search, title: "What is kept of a child")),
    ]

    /// Those that somebody may open today, at one of these sites or in the network.
    static func pages(of seat: Asker.Seat, at sites: [Site], on now: Instant) -> [StartOptions.Option] {
        let asker = Asker.account(seat)
        return all.filter { entry in
            Policy.permit(entry.action, to: asker, at: nil, on: now.utcDay) != nil
                || sites.contains { site in
                    let day = SiteClock(site.timeZone).day(of: now)
                    return Policy.permit(entry.action, to: asker, at: site.id, on: day) != nil
                }
        }.map(\.page)
    }

    /// The roles that somebody has today, at one of these sites or in the network.
    static func roles(of seat: Asker.Seat, at sites: [Site], on now: Instant) -> Set<Role> {
        Set(
            seat.grants.filter { grant in
                guard let id = grant.site else { return grant.holds(on: now.utcDay) }
                guard let site = sites.first(where: { $0.id == id }) else { return false }
                return grant.holds(on: SiteClock(site.timeZone).day(of: now))
            }.map(\.role))
    }
}
