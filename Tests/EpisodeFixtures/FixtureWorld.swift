import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import MSTCAN
import MSTFIT
import Postgres
import ScratchPostgres
import StandardMST
import Vault

/// A migrated database of its own with a store over it, as the application's role, and a clock that the test sets.
package struct FixtureWorld: Sendable {
    /// The database.
    package let database: ScratchDatabase
    /// Connections in the application's role.
    package let pool: Pool
    /// The store.
    package let store: EpisodeStore
    /// The vault, with a key that nothing else has.
    package let vault: Vault
    /// The clock.
    package let clock: FixtureClock
    /// The programme's three models, and those that the test asked for.
    package let models: ModelRegistry

    /// The day that tests take for today.
    package static let today = CivilDate(dayNumber: 20_634)

    /// Who records in tests.
    package static func author() throws -> Author {
        guard let code = StaffCode("fixture") else { throw FixtureFault.missing("the author") }
        return Author(code)
    }

    /// Lends a world and takes it down afterwards.
    /// - Parameter further: Models beside the programme's three.
    package static func with<Result: Sendable>(
        connections: Int = 4, models further: [any InterventionModel] = [],
        _ body: (FixtureWorld) async throws -> Result
    ) async throws -> Result {
        try await ScratchPostgres.withDatabase { database in
            try await database.withPool(size: connections) { pool in
                let models = try ModelRegistry([StandardMST(), MSTCAN(), MSTFIT()] + further)
                let vault = try FixtureVault.make()
                let clock = FixtureClock(Instant(microseconds: Int64(today.dayNumber) * 86_400_000_000))
                let store = EpisodeStore(models: models, vault: vault, clock: clock.recordClock)
                return try await body(
                    FixtureWorld(
                        database: database, pool: pool, store: store, vault: vault, clock: clock, models: models
                    )
                )
            }
        }
    }

    /// The rules of a model, in its newest version unless another is named, with its standard settings.
    package func rules(
        _ model: ModelID = "mst", version: ModelVersion? = nil, settings: SettingsVersion = SettingsVersion(1)
    ) throws -> Rulebook {
        let found = version.map { models.model(model, $0) } ?? models.newest(model)
        guard let found else { throw FixtureFault.missing("the model \(model)") }
        return try Rulebook(model: found, settings: ModelSettings(of: found, version: settings))
    }

    /// Makes a site with one team for each model, each with its stream.
    package func site(_ code: String = "north") async throws -> FixtureSite {
        guard let siteCode = SiteCode(code) else { throw FixtureFault.missing("a code in \(code)") }
        let number = try await pool.withConnection { connection in
            try await connection.query(
                """
                INSERT INTO site.site (code, name, jurisdiction, time_zone)
                VALUES (\(code), \(code), 'england', 'Europe/London') RETURNING site_id
                """
            ).column(0, as: Int32.self)
        }
        guard let number = number.first else { throw FixtureFault.missing("the site's number") }
        let teams = Dictionary(uniqueKeysWithValues: models.ids.map { ($0, TeamID.fresh()) })
        let site = FixtureSite(id: SiteID(number), code: siteCode, teams: teams)
        try await open(teams, of: site)
        return site
    }

    private func open(_ teams: [ModelID: TeamID], of site: FixtureSite) async throws {
        let started = FixtureWorld.today.adding(days: -3650)
        var commands: [RecordCommand] = []
        for (model, team) in teams {
            guard let code = TeamCode("\(site.code.text)-\(model.text)") else { throw FixtureFault.missing("a code") }
            let opening = TeamOpening(code: code, model: model)
            commands.append(
                .record([Engine.Entry(.open(opening), on: started)], to: team, in: TeamStream.self) { _ in NoRules() }
            )
        }
        let opened = commands
        try await transaction(in: site) { transaction in
            for (model, team) in teams {
                try await transaction.execute(
                    """
                    INSERT INTO site.team (site_id, team_id, code, model_id, started_on)
                    VALUES (\(site.id.number), \(UUIDBytes(high: team.high, low: team.low)),
                        \("\(site.code.text)-\(model.text)"), \(model.text), \(started))
                    """
                )
            }
            try await store.append(
                opened, site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
            )
        }
    }

    /// Runs a transaction under a site's scope.
    @discardableResult
    package func transaction<Result: Sendable>(
        in site: FixtureSite, isolation: IsolationLevel = .readCommitted, access: AccessMode = .readWrite,
        _ body: (Transaction) async throws -> Result
    ) async throws -> Result {
        try await pool.transaction(scope: site.scope, isolation: isolation, access: access, body)
    }

    /// Transactions under a site's scope, as a rebuild wants them.
    package func lender(of site: FixtureSite) -> FixtureLender {
        FixtureLender(pool: pool, scope: site.scope)
    }

    /// Checks a site's record.
    package func verify(_ site: FixtureSite) async throws -> CheckReport {
        try await transaction(in: site, isolation: .repeatableRead, access: .readOnly) { transaction in
            try await store.verify(site: site.id, in: transaction)
        }
    }
}

extension RecordID {
    /// An id that nothing else has.
    package static func fresh() -> RecordID {
        RecordID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
    }
}
