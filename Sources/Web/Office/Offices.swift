import Accounts
import Pages

/// The pages that belong to a role's work.
enum Offices {
    /// Each page with the action that opens it.
    private static let all: [(action: Action, page: StartOptions.Option)] = [
        (.report, .init(value: "/", title: "Programme indicators")),
        (.report, .init(value: ReportsPage.Address.site, title: "Reports")),
        (.networkReport, .init(value: ReportsPage.Address.network, title: "Reports of the network")),
        (.breakGlass, .init(value: EmergencyPage.Address.page, title: "Open a record in an emergency")),
        (.reviewGlass, .init(value: EmergencyReviewPage.Address.page, title: "Records opened in an emergency")),
        (.showAccessLog, .init(value: AccessLogPage.Address.page, title: "Access log")),
        (.showAccessLog, .init(value: AccessAlertsPage.Address.page, title: "Looks to be looked into")),
        (.subjectAccess, .init(value: SubjectSearchPage.Address.search, title: "What is kept of a child")),
    ]

    /// Those of the roles that somebody has anywhere; the pages themselves ask what holds today.
    static func pages(of session: Session) -> [StartOptions.Option] {
        let roles = Set(session.grants.map(\.role))
        return all.filter { entry in Policy.rules(of: entry.action).contains { roles.contains($0.role) } }.map(\.page)
    }
}
