import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads what became of the referrals of a period: accepted, declined and why, and who referred.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func referrals(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> ReferralsTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code): try await referrals(request, of: code)
        case .all: try await referralsOfAll(request)
        }
    }

    private func referrals(_ request: ReportRequest, of code: SiteCode) async throws -> ReferralsTable {
        if let instant = request.knownAt { try await settle(code, through: instant, at: .team(request.scope.team)) }
        return try await withSite(
            code, for: .report, at: .team(request.scope.team), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            try check(request.scope.team, of: session.site)
            let running = session.site.runningModels(team: request.scope.team, knownAt: request.knownAt)
            try check(request.scope.models, running: running)
            try await check(request.scope.authority, of: session, knownAt: request.knownAt)
            return try await ReferralsReport.read(
                request, sites: [session.site.id], models: models, running: running, in: session.transaction
            )
        }
    }

    private func referralsOfAll(_ request: ReportRequest) async throws -> ReferralsTable {
        let sites = try await sites()
        if let instant = request.knownAt { try await settle(sites.map(\.id), through: instant) }
        let running = sites.reduce(into: Set<ModelID>()) { running, site in
            running.formUnion(site.runningModels(knownAt: request.knownAt))
        }
        try check(request.scope.models, running: running)
        return try await withNetwork(
            for: .networkReport, as: .reporting, scope: SessionScope(settings: IndicatorReport.planning),
            isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await check(
                request.scope.authority, of: sites.map(\.id), knownAt: request.knownAt, in: transaction)
            return try await ReferralsReport.read(
                request, sites: sites.map(\.id), models: models, running: running, in: transaction
            )
        }
    }
}
