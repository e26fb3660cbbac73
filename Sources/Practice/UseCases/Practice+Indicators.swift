import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads the programme's indicator table.
    ///
    /// With a time of knowledge, whoever is still writing something that bears an earlier stamp is waited for first:
    /// the same question has the same answer for ever after.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func indicators(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> IndicatorTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code): try await indicators(request, of: code)
        case .all: try await indicatorsOfAll(request)
        }
    }

    private func indicators(_ request: ReportRequest, of code: SiteCode) async throws -> IndicatorTable {
        if let instant = request.knownAt {
            try await settle(code, through: instant, at: .team(request.scope.team))
        }
        return try await withSite(
            code, for: .report, at: .team(request.scope.team), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            try check(request.scope.team, of: session.site)
            let running = session.site.runningModels(team: request.scope.team, knownAt: request.knownAt)
            try check(request.scope.models, running: running)
            try await check(request.scope.authority, of: session, knownAt: request.knownAt)
            return try await IndicatorReport.read(
                request, today: session.site.day(of: request.moment), sites: [session.site.id], models: models,
                running: running,
                settings: try await session.settings(on: request.period.through, knownAt: request.knownAt),
                posts: try await session.therapistPosts(for: request), in: session.transaction
            )
        }
    }

    private func indicatorsOfAll(_ request: ReportRequest) async throws -> IndicatorTable {
        let sites = try await sites()
        if let instant = request.knownAt { try await settle(sites.map(\.id), through: instant) }
        let running = sites.reduce(into: Set<ModelID>()) { running, site in
            running.formUnion(site.runningModels(knownAt: request.knownAt))
        }
        try check(request.scope.models, running: running)
        // Where sites differ in the day it is, a day has come when it has come at all of them.
        let today = sites.map { $0.day(of: request.moment) }.min() ?? request.period.through
        return try await withNetwork(
            for: .networkReport, as: .reporting, scope: SessionScope(settings: IndicatorReport.planning),
            isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await check(
                request.scope.authority, of: sites.map(\.id), knownAt: request.knownAt, in: transaction)
            return try await IndicatorReport.read(
                request, today: today, sites: sites.map(\.id), models: models, running: running,
                posts: .unknown(.ofNetwork), in: transaction
            )
        }
    }
}
