import Accounts
import CivilDate
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Lends a transaction that reads which sites there are, and says which of them the asker may know of.
    /// - Parameter body: gets the sites of the account's grants; nil when all may be known.
    func withDirectory<Result>(
        _ body: (Transaction, Set<SiteID>?) async throws -> Result
    ) async throws -> Result {
        try await PracticeFault.translating {
            try await application.transaction(isolation: .repeatableRead, access: .readOnly) { transaction in
                guard case .account(let seat) = asker else { return try await body(transaction, nil) }
                let now = try await seat.renewed(in: transaction)
                if isAllowed(.listSites, to: now) { return try await body(transaction, nil) }
                return try await body(transaction, Set((now?.grants ?? []).compactMap(\.site)))
            }
        }
    }

    /// Lends a transaction in which a site's file is applied: it enters the site's scope when there is the site, and makes
    /// it when there is none, which no account may.
    func withConfiguring<Result: Sendable>(
        _ code: SiteCode, access: AccessMode, _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await PracticeFault.translating {
            try await application.withLane { connection in
                let site = try await SiteDirectory.find(code, over: connection)
                do {
                    return try await connection.transaction(scope: SiteScope.toEnter, access: access) { transaction in
                        let relation = try await admitted(code, site, in: transaction)
                        let result = try await body(transaction)
                        if access == .readWrite, let site = try await SiteDirectory.find(code, in: transaction) {
                            try write([Look(.configureSite, at: .site, as: relation)], at: site, in: transaction)
                        }
                        return result
                    }
                } catch {
                    guard let site else {
                        guard error is Denial else { throw error }
                        throw PracticeFault.unknownSite(code, known: try await known(over: connection))
                    }
                    throw try await answer(to: error, .configureSite, at: site, over: connection)
                }
            }
        }
    }

    /// By which relation a site's file is applied.
    /// - Throws: ``Denial``.
    private func admitted(
        _ code: SiteCode, _ site: SiteID?, in transaction: Transaction
    ) async throws -> Relation {
        guard case .account = asker else { return .programme }
        guard let site else { throw Denial(fault: .unknownSite(code, known: [])) }
        try await transaction.execute(SiteScope.enter(site))
        return try await gate(for: .configureSite, at: site, transaction).admit(.site).claim.relation
    }

    /// Lends one transaction under a site's scope without reading anything of the site, and commits it when `body`
    /// returns.
    package func inScope<Result>(
        of site: NightSite, for action: Action, access: AccessMode = .readWrite,
        _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await PracticeFault.translating {
            try await application.withLane { connection in
                do {
                    return try await connection.transaction(scope: SiteScope.whole(site.id), access: access) {
                        transaction in
                        _ = try await relation(of: action, at: site, in: transaction)
                        return try await body(transaction)
                    }
                } catch {
                    throw try await answer(to: error, action, at: site.id, over: connection)
                }
            }
        }
    }

    /// Writes down that the asker does something to a site by hand that takes several transactions, before the first of
    /// them.
    /// - Throws: ``PracticeFault/notAllowed(_:)``.
    package func note(_ action: Action, at site: NightSite) async throws {
        guard isLooked(action) else { return }
        try await PracticeFault.translating {
            try await application.withLane { connection in
                do {
                    try await connection.transaction(scope: SiteScope.closed(site.id)) { transaction in
                        let relation = try await relation(of: action, at: site, in: transaction)
                        try write([Look(action, at: .site, as: relation)], at: site.id, in: transaction)
                    }
                } catch {
                    throw try await answer(to: error, action, at: site.id, over: connection)
                }
            }
        }
    }

    /// By which relation the asker does an action at a site of which nothing was read: its zone may be unknown, and then
    /// grants hold on the day in UTC.
    /// - Throws: ``Denial``.
    private func relation(of action: Action, at site: NightSite, in transaction: Transaction) async throws -> Relation {
        guard case .account(let seat) = asker else { return .programme }
        let day = SiteTimeZone(site.timeZone).map { SiteClock($0).day(of: clock.now()) } ?? clock.now().utcDay
        let renewed = try await seat.renewed(in: transaction)
        let permit = renewed.flatMap { Policy.permit(action, to: .account($0), at: site.id, on: day) }
        guard let claim = permit?.claims.first else { throw Denial(fault: .notAllowed(action)) }
        return claim.relation
    }
}
