import CivilDate
import Intervention
import Postgres

/// Finds sites. The codes are no secret between the sites of a database; everything else needs a site's scope.
package enum SiteDirectory {
    /// The number of a site; nil when there is none of that code. Needs no scope.
    package static func find(_ code: SiteCode, over connection: Connection) async throws -> SiteID? {
        try await connection.query("SELECT site_id FROM site.site WHERE code = \(code.text)")
            .column(0, as: Int32.self).first.map(SiteID.init)
    }

    /// The same in a transaction.
    package static func find(_ code: SiteCode, in transaction: Transaction) async throws -> SiteID? {
        try await transaction.query("SELECT site_id FROM site.site WHERE code = \(code.text)")
            .column(0, as: Int32.self).first.map(SiteID.init)
    }

    /// The codes of all sites in their order. Needs no scope.
    package static func codes(over connection: Connection) async throws -> [SiteCode] {
        try await connection.query("SELECT code FROM site.site ORDER BY code")
            .column(0, as: String.self).compactMap { SiteCode($0) }
    }

    /// The codes of some sites in their order. Needs no scope.
    package static func codes(of sites: [SiteID], over connection: Connection) async throws -> [SiteCode] {
        try await connection.query(
            "SELECT code FROM site.site WHERE site_id = ANY(\(sites.map(\.number))) ORDER BY code"
        ).column(0, as: String.self).compactMap { SiteCode($0) }
    }

    /// A site with its teams, in a transaction under its scope. One round trip.
    package static func load(_ site: SiteID, in transaction: Transaction) async throws -> Site {
        try await load(site, and: [], in: transaction).site
    }

    /// A site with its teams, in a transaction under its scope, and what further statements are answered with in the same
    /// round trip.
    package static func load(
        _ site: SiteID, and further: [Statement], in transaction: Transaction
    ) async throws -> (site: Site, further: [Rows]) {
        let own = [row(of: site), version(of: site), teams(of: site)]
        let results = try await transaction.pipeline(own + further)
        return (try read(site, results[...]), Array(results.dropFirst(own.count)))
    }

    /// Sites with their teams, by code, in a transaction without a scope. It is without one afterwards.
    /// - Parameter wanted: which of them; nil for all.
    package static func list(_ wanted: Set<SiteID>? = nil, in transaction: Transaction) async throws -> [Site] {
        let ids = try await transaction.query("SELECT site_id FROM site.site ORDER BY code").column(0, as: Int32.self)
            .map(SiteID.init).filter { wanted?.contains($0) ?? true }
        let statements = ids.flatMap { [SiteScope.enter($0), row(of: $0), version(of: $0), teams(of: $0)] }
        guard !statements.isEmpty else { return [] }
        let results = try await transaction.pipeline(statements + [SiteScope.leave])
        var sites: [Site] = []
        for (position, id) in ids.enumerated() { sites.append(try read(id, results[(4 * position + 1)...])) }
        return sites
    }

    private static func row(of site: SiteID) -> Statement {
        "SELECT code, name, jurisdiction, time_zone FROM site.site WHERE site_id = \(site.number)"
    }

    private static func version(of site: SiteID) -> Statement {
        "SELECT max(version) FROM site.configuration WHERE site_id = \(site.number)"
    }

    private static func teams(of site: SiteID) -> Statement {
        """
        SELECT t.team_id, t.code, t.model_id, t.started_on, e.recorded_at
        FROM site.team AS t
        LEFT JOIN record.event AS e
            ON e.site_id = t.site_id AND e.stream = 'team' AND e.stream_id = t.team_id AND e.seq = 1
        WHERE t.site_id = \(site.number)
        ORDER BY t.code
        """
    }

    private static func read(_ id: SiteID, _ results: ArraySlice<Rows>) throws -> Site {
        let results = Array(results.prefix(3))
        guard results.count == 3, let row = results[0].first else { throw SiteFault.unreadable(id) }
        let (codeText, name, jurisdictionText, zone) = try row.decode(
            String.self, String.self, String.self, String.self
        )
        guard let code = SiteCode(codeText), let jurisdiction = Jurisdiction(rawValue: jurisdictionText) else {
            throw SiteFault.unreadable(id)
        }
        guard let timeZone = SiteTimeZone(zone) else { throw SiteFault.unknownTimeZone(code) }
        guard let version = try results[1].column(0, as: Int32?.self).first ?? nil else {
            throw SiteFault.notConfigured(code)
        }
        return Site(
            id: id, code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone,
            settings: SettingsVersion(version), teams: try results[2].map { try team($0, of: id) }
        )
    }

    private static func team(_ row: Row, of site: SiteID) throws -> Site.Team {
        let (id, codeText, modelText, startedOn, knownFrom) = try row.decode(
            UUIDBytes.self, String.self, String.self, CivilDate.self, Instant?.self
        )
        guard let code = TeamCode(codeText), let model = ModelID(modelText) else { throw SiteFault.unreadable(site) }
        return Site.Team(
            id: TeamID(high: id.high, low: id.low), code: code, model: model, startedOn: startedOn,
            knownFrom: knownFrom
        )
    }
}
