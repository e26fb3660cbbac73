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
        (.listSites, .init(value: LicencesPage.Address.page, title: "Licences of the sites")),
        (.managePipeline, .init(value: PipelinePage.Address.page, title: "Prospective sites")),
        (.showReferrals, .init(value: ReferralsPage.Address.page, title: "Referrals")),
        (.showInterviewsDue, .init(value: InterviewsPage.Address.page, title: "Adherence interviews")),
        (.search, .init(value: SearchPage.Address.page, title: "Search")),
        (.recordEpisode, .init(value: FollowUpsPage.Address.page, title: "Follow-ups")),
        (.showOnCall, .init(value: OnCallPage.Address.page, title: "On call tonight")),
        (.recordTeam, .init(value: SitePages.Address.staff, title: "Staff and training")),
        (.showSite, .init(value: SitePages.Address.rota, title: "Rota")),
        (.showSite, .init(value: SitePages.Address.settings, title: "Settings of the site")),
        (.showJobs, .init(value: SitePages.Address.nights, title: "Nights of the site")),
        (.breakGlass, .init(value: EmergencyPage.Address.page, title: "Open a record in an emergency")),
        (.reviewGlass, .init(value: EmergencyReviewPage.Address.page, title: "Records opened in an emergency")),
        (.showAccessLog, .init(value: AccessLogPage.Address.page, title: "Access log")),
        (.showAccessLog, .init(value: AccessAlertsPage.Address.page, title: "Looks to be looked into")),
        (.subjectAccess, .init(value: SubjectSearchPage.Address.search, title: "What is kept of a child")),
    ]

    /// The pages of the day of each role, which every page leads to.
    private static let daily: [(roles: Set<Role>, page: StartOptions.Option)] = [
        ([.therapist], .init(value: FamiliesPage.Address.own, title: "My families")),
        ([.supervisor, .siteManager, .expert], .init(value: FamiliesPage.Address.team, title: "Team")),
        ([.therapist, .supervisor], .init(value: OnCallPage.Address.page, title: "On call")),
        ([.supervisor, .siteManager], .init(value: ReferralsPage.Address.page, title: "Referrals")),
        ([.supervisor, .interviewer], .init(value: InterviewsPage.Address.page, title: "Interviews")),
        ([.therapist, .supervisor, .siteManager], .init(value: SearchPage.Address.page, title: "Search")),
        ([.supervisor, .siteManager, .governance], .init(value: ReportsPage.Address.site, title: "Reports")),
        ([.governance], .init(value: AccessLogPage.Address.page, title: "Access log")),
        ([.governance], .init(value: SubjectSearchPage.Address.search, title: "What is kept of a child")),
        ([.governance], .init(value: EmergencyReviewPage.Address.page, title: "Emergencies")),
        ([.networkAnalyst], .init(value: ReportsPage.Address.network, title: "Reports")),
        ([.networkAnalyst, .commissioner], .init(value: EditionsPage.Address.list, title: "Editions")),
        ([.networkAnalyst], .init(value: LicencesPage.Address.page, title: "Licences")),
        ([.networkAnalyst], .init(value: PipelinePage.Address.page, title: "Prospective sites")),
        ([.administrator], .init(value: SitePages.Address.settings, title: "Settings")),
        (Set(Role.allCases), .init(value: "/", title: "Start")),
    ]

    /// Where somebody's day begins: with their own families, or with those of their team.
    static func home(of seat: Asker.Seat, on now: Instant) -> String {
        let roles = workingRoles(of: seat, on: now)
        if roles.contains(.therapist) { return FamiliesPage.Address.own }
        return roles.contains(.supervisor) ? FamiliesPage.Address.team : "/"
    }

    /// The roles that somebody has today; of a therapist only under a code that families are allocated to.
    private static func workingRoles(of seat: Asker.Seat, on now: Instant) -> Set<Role> {
        let held = seat.grants.filter { $0.holds(on: now.utcDay) && ($0.role != .therapist || $0.staff != nil) }
        return Set(held.map(\.role))
    }

    /// The pages of somebody's day.
    static func daily(of seat: Asker.Seat, on now: Instant) -> [StartOptions.Option] {
        let roles = workingRoles(of: seat, on: now)
        return daily.filter { !$0.roles.isDisjoint(with: roles) }.map(\.page)
    }

    /// Those that somebody may open today and that not every page leads to.
    static func further(of seat: Asker.Seat, at sites: [Site], on now: Instant) -> [StartOptions.Option] {
        let near = Set(daily(of: seat, on: now).map(\.value))
        return pages(of: seat, at: sites, on: now).filter { !near.contains($0.value) }
    }

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
