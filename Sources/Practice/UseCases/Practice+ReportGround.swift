import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Reads what a report asks of one site, under that site's scope and in one state of its facts.
    ///
    /// With a time of knowledge, whoever is still writing something that bears an earlier stamp is waited for first: the
    /// same question has the same answer for ever after.
    /// - Throws: ``ReportFault``, ``PracticeFault``, and what the body throws.
    func onGround<Answer: Sendable>(
        of code: SiteCode, _ request: ReportRequest,
        _ read: (ReportGround, SiteSession) async throws -> Answer
    ) async throws -> Answer {
        let scope = request.scope
        if let instant = request.knownAt { try await settle(code, through: instant, at: .team(scope.team)) }
        return try await withSite(
            code, for: .report, at: .team(scope.team), access: .readOnly, isolation: .repeatableRead,
            settings: IndicatorReport.planning
        ) { session in
            try check(scope.team, of: session.site)
            let running = session.site.runningModels(team: scope.team, knownAt: request.knownAt)
            try check(scope.models, running: running)
            try checkRun(scope.models, by: [session.site], team: scope.team)
            try await check(scope.authority, of: session, knownAt: request.knownAt)
            let ground = ReportGround(
                request, sites: [session.site.reported], today: session.site.day(of: request.moment), models: models,
                running: running,
                settings: try await session.settings(on: request.period.through, knownAt: request.knownAt))
            return try await read(ground, session)
        }
    }

    /// Reads what a report asks of all sites, over whole months: single days of the network could be told from the
    /// difference of two periods. The role that it is read under reads nothing but the de-identified facts.
    /// - Throws: ``ReportFault``, ``PracticeFault``, and what the body throws.
    func onGroundOfAll<Answer: Sendable>(
        _ request: ReportRequest, _ read: (ReportGround, Transaction) async throws -> Answer
    ) async throws -> Answer {
        let scope = request.scope
        guard request.period.isWholeMonths else { throw ReportFault.periodNotMonths(request.period) }
        let sites = try await sites()
        if let instant = request.knownAt { try await settle(sites.map(\.id), through: instant) }
        let running = sites.reduce(into: Set<ModelID>()) { running, site in
            running.formUnion(site.runningModels(knownAt: request.knownAt))
        }
        try check(scope.models, running: running)
        try checkRun(scope.models, by: sites, team: nil)
        // Where sites differ in the day it is, a day has come when it has come at all of them.
        let today = sites.map { $0.day(of: request.moment) }.min() ?? request.period.through
        return try await withNetwork(
            for: .networkReport, as: .reporting, scope: SessionScope(settings: IndicatorReport.planning),
            isolation: .repeatableRead, access: .readOnly
        ) { transaction in
            try await check(scope.authority, of: sites.map(\.id), knownAt: request.knownAt, in: transaction)
            let ground = ReportGround(
                request, sites: sites.map(\.reported), today: today, models: models, running: running, settings: [:])
            return try await read(ground, transaction)
        }
    }

    /// Refuses a model that no team of the sites delivers, now or at any time of the period.
    private func checkRun(
        _ wanted: ReportScope.Models, by sites: [Site], team: TeamCode?
    ) throws(ReportFault) {
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
            id, code, in: jurisdiction,
            teams: teams.map { ReportSite.Team($0.code, delivering: $0.model, since: $0.startedOn) })
    }

    /// The day it is at the site at an instant.
    func day(of instant: Instant) -> CivilDate { SiteClock(timeZone).day(of: instant) }
}
