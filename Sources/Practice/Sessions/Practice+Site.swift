import Accounts
import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Lends one transaction under a site's scope for an action, and commits it when `body` returns. Who may not do the
    /// action gets nothing, and what the asker does not reach is not there. What was looked at is written down in the
    /// same transaction.
    /// - Parameters:
    ///   - subject: what of the site it is about.
    ///   - isNoted: whether it enters the access log: once for what takes several transactions.
    ///   - access: whether the use case writes to the record.
    ///   - settings: further settings of the transaction, which travel with its scope.
    /// - Throws: what `body` throws, unchanged; ``PracticeFault``.
    package func withSite<Result>(
        _ code: SiteCode, for action: Action, at subject: ActionSubject = .site, isNoted: Bool = true,
        access: AccessMode = .readWrite, isolation: IsolationLevel = .readCommitted,
        settings: [(name: String, value: String)] = [],
        _ body: (SiteSession) async throws -> Result
    ) async throws -> Result {
        try await withSite(
            code, for: action, at: subject, isNoted: isNoted, access: access, isolation: isolation,
            settings: settings, unless: { _ in nil }, body)
    }

    /// The same, unless the answer is known already.
    /// - Parameter known: asked of whoever may do the action at the site at all, before it is asked whether they reach what
    ///   it is about: the answer that they were given, and about what. Nothing is done then, but it is a look.
    func withSite<Result>(
        _ code: SiteCode, for action: Action, at subject: ActionSubject, isNoted: Bool = true,
        access: AccessMode = .readWrite, isolation: IsolationLevel = .readCommitted,
        settings: [(name: String, value: String)] = [],
        unless known: (Gate) async throws -> (answer: Result, target: Look.Target)?,
        _ body: (SiteSession) async throws -> Result
    ) async throws -> Result {
        try await PracticeFault.translating {
            try await application.withLane { connection in
                let id = try await find(code, over: connection)
                let mode: AccessMode = isNoted && isLooked(action) ? .readWrite : access
                do {
                    return try await connection.transaction(
                        scope: scope(of: id, settings), isolation: isolation, access: mode
                    ) { transaction in
                        let gate = try await gate(for: action, at: id, transaction)
                        let passage = try gate.pass(subject)
                        if let (answer, target) = try await known(gate) {
                            let looks = isNoted ? gate.looks(by: passage, at: target) : []
                            try write(looks, at: id, in: transaction)
                            return answer
                        }
                        let admission = try await gate.admit(subject, by: passage)
                        let session = try await session(of: gate, admission)
                        let result = try await body(session)
                        if access == .readWrite { try await keepModels(of: session) }
                        if isNoted {
                            try write(session.looks.looks(action, admission), at: id, in: transaction)
                        }
                        return result
                    }
                } catch {
                    throw try await answer(to: error, action, at: id, over: connection)
                }
            }
        }
    }

    private func scope(of site: SiteID, _ further: [(name: String, value: String)]) -> SessionScope {
        if case .account = asker { return SiteScope.closed(site, and: further) }
        return SiteScope.whole(site, and: further)
    }

    func gate(for action: Action, at id: SiteID, _ transaction: Transaction) async throws -> Gate {
        var renewal: [Statement] = []
        if case .account(let seat) = asker { renewal = [seat.renewal] }
        let (site, rows) = try await SiteDirectory.load(id, and: renewal, in: transaction)
        let now = clock.now()
        return Gate(
            action: action, asker: try renewed(by: rows), site: site, today: SiteClock(site.timeZone).day(of: now),
            now: now, transaction: transaction)
    }

    /// Who asks, as their grants are now; nil for an account that was closed.
    private func renewed(by rows: [Rows]) throws -> Asker? {
        guard case .account(let seat) = asker else { return asker }
        return try rows.first.flatMap { try seat.renewed(by: $0) }.map { .account($0) }
    }

    private func session(of gate: Gate, _ admission: Admission) async throws -> SiteSession {
        try await shelf.configurations.read(gate.site, in: gate.transaction)
        return SiteSession(
            site: gate.site, today: gate.today,
            rules: SiteRules(of: gate.site, models: models, shelf: shelf, today: gate.today),
            actor: author(admission.claim), aspects: admission.aspects, isWholeSite: admission.isWholeSite,
            teams: admission.teams, looks: LookPad(), store: store, transaction: gate.transaction,
            named: admission.named)
    }

    /// The number of a site.
    /// - Throws: ``PracticeFault/unknownSite(_:known:)``, which names those that the asker may know of.
    func find(_ code: SiteCode, over connection: Connection) async throws -> SiteID {
        if let known = shelf.site(code) { return known }
        guard let id = try await SiteDirectory.find(code, over: connection) else {
            throw PracticeFault.unknownSite(code, known: try await known(over: connection))
        }
        shelf.keep(id, of: code)
        return id
    }

    /// The codes of the sites that the asker may know of: all, or those of an account's grants.
    func known(over connection: Connection) async throws -> [SiteCode] {
        guard case .account(let seat) = asker else { return try await SiteDirectory.codes(over: connection) }
        return try await SiteDirectory.codes(of: seat.grants.compactMap(\.site), over: connection)
    }
}
