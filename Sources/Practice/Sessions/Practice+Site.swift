import EpisodeStore
import Intervention
import Postgres
import Sites

extension Practice {
    /// Lends one transaction under a site's scope, and commits it when `body` returns.
    /// - Throws: what `body` throws, unchanged; ``PracticeFault``.
    package func withSite<Result>(
        _ code: SiteCode, access: AccessMode = .readWrite, isolation: IsolationLevel = .readCommitted,
        _ body: (SiteSession) async throws -> Result
    ) async throws -> Result {
        try await withSite(code, access: access, isolation: isolation, settings: [], body)
    }

    /// - Parameter settings: further settings of the transaction, which travel with its scope.
    func withSite<Result>(
        _ code: SiteCode, access: AccessMode, isolation: IsolationLevel, settings: [(name: String, value: String)],
        _ body: (SiteSession) async throws -> Result
    ) async throws -> Result {
        try await PracticeFault.translating {
            try await application.withLane { connection in
                let id = try await find(code, over: connection)
                let scope = SessionScope(settings: [(SiteScope.setting, String(id.number))] + settings)
                return try await connection.transaction(scope: scope, isolation: isolation, access: access) {
                    transaction in
                    let site = try await SiteDirectory.load(id, in: transaction)
                    try await shelf.configurations.read(site, in: transaction)
                    let today = SiteClock(site.timeZone).day(of: clock.now())
                    let session = SiteSession(
                        site: site, today: today,
                        rules: SiteRules(of: site, models: models, shelf: shelf, today: today), actor: actor,
                        store: store, transaction: transaction
                    )
                    let result = try await body(session)
                    if access == .readWrite { try await keepModels(of: session) }
                    return result
                }
            }
        }
    }

    /// The number of a site.
    /// - Throws: ``PracticeFault/unknownSite(_:known:)``, which names those that there are.
    func find(_ code: SiteCode, over connection: Connection) async throws -> SiteID {
        guard let id = try await SiteDirectory.find(code, over: connection) else {
            throw PracticeFault.unknownSite(code, known: try await SiteDirectory.codes(over: connection))
        }
        return id
    }
}
