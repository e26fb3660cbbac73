import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads the days in care of the children of a scope, each child once. All models of the scope count together unless
    /// it names one: a child does not have two childhoods.
    ///
    /// Days after the time of knowledge have not happened, so the same question about a past time has the same answer
    /// for ever after.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts, if it has come.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func careDays(
        of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> CareDaysTable {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code): try await careDays(request, of: code)
        case .all: try await careDaysOfAll(request)
        }
    }

    private func careDays(_ request: ReportRequest, of code: SiteCode) async throws -> CareDaysTable {
        if let instant = request.knownAt { try await settle(code, through: instant, at: .team(request.scope.team)) }
        return try await withSite(
            code, for: .report, at: .team(request.scope.team), access: .readOnly, isolation: .repeatableRead,
            settings: CareDaysReport.planning
        ) { session in
            try check(request.scope.team, of: session.site)
            let running = session.site.runningModels(team: request.scope.team, knownAt: request.knownAt)
            try check(request.scope.models, running: running)
            try await check(request.scope.authority, of: session, knownAt: request.knownAt)
            return try await CareDaysReport.read(
                request, today: session.site.day(of: request.moment), sites: [session.site.id],
                in: session.transaction
            )
        }
    }

    private func careDaysOfAll(_ request: ReportRequest) async throws -> CareDaysTable {
        let sites = try await sites()
        if let instant = request.knownAt { try await settle(sites.map(\.id), through: instant) }
        let running = sites.reduce(into: Set<ModelID>()) { running, site in
            running.formUnion(site.runningModels(knownAt: request.knownAt))
        }
        try check(request.scope.models, running: running)
        // Where sites differ in the day it is, a day counts when it has come at all of them.
        let today = sites.map { $0.day(of: request.moment) }.min() ?? request.period.through
        return try await withNetwork(
            for: .networkReport, as: .reporting, scope: SessionScope(settings: CareDaysReport.planning),
            isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await check(
                request.scope.authority, of: sites.map(\.id), knownAt: request.knownAt, in: transaction)
            return try await CareDaysReport.read(request, today: today, sites: sites.map(\.id), in: transaction)
        }
    }
}

extension Site {
    /// The day it is at the site at an instant.
    func day(of instant: Instant) -> CivilDate { SiteClock(timeZone).day(of: instant) }
}
