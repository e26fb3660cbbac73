import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads a report: of one site under that site's scope, of all of them under the role that reads nothing but the
    /// de-identified facts.
    ///
    /// With a time of knowledge, whoever is still writing something that bears an earlier stamp is waited for first: the
    /// same question has the same answer for ever after.
    /// - Parameters:
    ///   - from: the first day that counts.
    ///   - through: the last day that counts.
    ///   - knownAt: nil for what is known now.
    /// - Throws: ``ReportFault``, ``PracticeFault``.
    package func report<Report: FactReport>(
        _ report: Report, of scope: ReportScope, from: CivilDate, through: CivilDate, knownAt: Instant? = nil
    ) async throws -> Report.Answer {
        let request = try ReportRequest(
            scope: scope, from: from, through: through, knownAt: knownAt, now: clock.now()
        )
        return switch scope.sites {
        case .one(let code): try await self.report(report, request, of: code)
        case .all: try await reportOfAll(report, request)
        }
    }

    private func report<Report: FactReport>(
        _ report: Report, _ request: ReportRequest, of code: SiteCode
    ) async throws -> Report.Answer {
        if let instant = request.knownAt { try await settle(code, through: instant, at: .team(request.scope.team)) }
        return try await withSite(
            code, for: .report, at: .team(request.scope.team), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            try check(request.scope.team, of: session.site)
            let running = session.site.runningModels(team: request.scope.team, knownAt: request.knownAt)
            try check(request.scope.models, running: running)
            try checkRun(request.scope.models, by: [session.site], team: request.scope.team)
            try await check(request.scope.authority, of: session, knownAt: request.knownAt)
            let ground = ReportGround(
                request, sites: [session.site.reported], today: session.site.day(of: request.moment), models: models,
                running: running,
                settings: try await session.settings(on: request.period.through, knownAt: request.knownAt))
            return try await report.read(ground, in: session.transaction)
        }
    }

    private func reportOfAll<Report: FactReport>(
        _ report: Report, _ request: ReportRequest
    ) async throws -> Report.Answer {
        guard request.period.isWholeMonths else { throw ReportFault.periodNotMonths(request.period) }
        let sites = try await sites()
        if let instant = request.knownAt { try await settle(sites.map(\.id), through: instant) }
        let running = sites.reduce(into: Set<ModelID>()) { running, site in
            running.formUnion(site.runningModels(knownAt: request.knownAt))
        }
        try check(request.scope.models, running: running)
        try checkRun(request.scope.models, by: sites, team: nil)
        // Where sites differ in the day it is, a day has come when it has come at all of them.
        let today = sites.map { $0.day(of: request.moment) }.min() ?? request.period.through
        return try await withNetwork(
            for: .networkReport, as: .reporting, scope: SessionScope(settings: IndicatorReport.planning),
            isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await check(
                request.scope.authority, of: sites.map(\.id), knownAt: request.knownAt, in: transaction)
            let ground = ReportGround(
                request, sites: sites.map(\.reported), today: today, models: models, running: running, settings: [:])
            return try await report.read(ground, in: transaction)
        }
    }
}

extension Practice {
    /// Refuses a model that no team of the sites delivers, now or at any time of the period.
    fileprivate func checkRun(_ wanted: ReportScope.Models, by sites: [Site], team: TeamCode?) throws(ReportFault) {
        guard case .one(let id) = wanted else { return }
        let running = sites.reduce(into: Set<ModelID>()) { $0.formUnion($1.runningModels(team: team)) }
        guard running.contains(id) else { throw .modelNotRun(id, running: models.ids.filter(running.contains)) }
    }
}

extension CivilPeriod {
    /// Whether it begins on the first day of a month and ends on the last of one.
    fileprivate var isWholeMonths: Bool {
        from == from.civilMonth.firstDay && through == through.civilMonth.lastDay
    }
}

extension Site {
    /// The site as reports know it.
    var reported: ReportSite {
        ReportSite(
            id, code, teams: teams.map { ReportSite.Team($0.code, delivering: $0.model, since: $0.startedOn) })
    }
}
