import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Reporting
import Sites

extension Practice {
    /// Waits until nothing can become known any more at a site at or before an instant.
    func settle(
        _ code: SiteCode, through instant: Instant, at subject: ActionSubject, for action: Action = .report
    ) async throws {
        try await settling(through: instant) { horizon in
            try await withSite(code, for: action, at: subject, isNoted: false) { session in
                try await horizon.settle(through: instant, site: session.site.id, in: session.transaction)
            }
        }
    }

    /// Waits, site by site, until nothing can become known any more at or before an instant.
    func settle(
        _ sites: [SiteID], through instant: Instant, for action: Action = .networkReport
    ) async throws {
        for site in sites {
            try await settling(through: instant) { horizon in
                try await withNetwork(for: action, isNoted: false) { transaction in
                    try await horizon.settle(through: instant, site: site, in: transaction)
                }
            }
        }
    }

    private func settling(
        through instant: Instant, _ body: (RecordHorizon) async throws -> Void
    ) async throws {
        do {
            try await body(RecordHorizon(clock: clock))
        } catch let fault as StoreFault where fault.code == .horizonInFuture {
            throw ReportFault.knownAtInFuture(instant, now: clock.now())
        }
    }

    /// Refuses a team that the site does not have.
    func check(_ team: TeamCode?, of site: Site) throws {
        guard let team, site.team(team) == nil else { return }
        throw PracticeFault.unknownTeam(team, known: site.teams.map(\.code))
    }

    /// Refuses an authority that neither a referral of the site nor its configuration names.
    func check(_ authority: AuthorityCode?, of session: SiteSession, knownAt: Instant?) async throws {
        guard authority != nil else { return }
        let file = session.site.settings.number > 0 ? try session.rules.configuration() : nil
        let configured = file.map { $0.authorities + $0.teams.flatMap(\.authorities) }
        try await check(
            authority, of: [session.site.id], knownAt: knownAt, besides: configured ?? [],
            in: session.transaction)
    }

    /// Refuses an authority that no referral of the sites names.
    /// - Parameter besides: authorities that are known without one.
    func check(
        _ authority: AuthorityCode?, of sites: [SiteID], knownAt: Instant?, besides: [AuthorityCode] = [],
        in transaction: Transaction
    ) async throws {
        guard let authority, !besides.contains(authority) else { return }
        let named = try await AuthorityReport.read(of: sites, knownAt: knownAt, in: transaction)
        guard !named.contains(authority) else { return }
        let known = Set(named + besides).sorted { $0.text < $1.text }
        throw PracticeFault.unknownAuthority(authority, known: known)
    }

    /// Refuses a model that neither the programme nor the scope has.
    func check(_ wanted: ReportScope.Models, running: Set<ModelID>) throws {
        guard case .one(let id) = wanted, models.newest(id) == nil, !running.contains(id) else { return }
        throw PracticeFault.unknownModel(id, known: models.ids)
    }
}
