import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Exchange
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Sites

/// A database with a site in it, and an importer over it.
struct ImportWorld: Sendable {
    let world: FixtureWorld
    let practice: Practice
    let importer: RegisterImporter
    let site: Site

    /// Lends a world with the site `leeds`, whose teams are `north` (mst) and `south` (mst-can).
    static func with<Result: Sendable>(_ body: (ImportWorld) async throws -> Result) async throws -> Result {
        try await FixtureWorld.with { world in
            let clock = world.clock.recordClock
            let practice = Practice(
                application: world.pool, reporting: world.pool, store: world.store, models: world.models, clock: clock
            )
            let importer = RegisterImporter(
                practice: practice, models: world.models, vault: world.vault, clock: clock
            )
            let site = try await apply("leeds", practice, world.models)
            return try await body(ImportWorld(world: world, practice: practice, importer: importer, site: site))
        }
    }

    /// Applies another site with the same teams.
    func secondSite(_ code: String) async throws -> Site {
        try await Self.apply(code, practice, world.models)
    }

    /// Applies the site's file again, with staff in its first team.
    func apply(staff: String) async throws {
        _ = try await Self.apply(site.code.text, practice, world.models, staff: staff)
    }

    private static func apply(
        _ code: String, _ practice: Practice, _ models: ModelRegistry, staff: String = "[]"
    ) async throws -> Site {
        let text = """
            code: \(code)
            name: \(code)
            jurisdiction: england
            timeZone: Europe/London
            teams:
              - { code: north, model: mst, startedOn: 2020-01-01, staff: \(staff) }
              - { code: south, model: mst-can, startedOn: 2020-01-01 }
            licence:
              holder: "Leeds"
              from: 2015-01-01
              until: 2040-12-31
              readinessReview: 2014-11-03
            """
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: models))
        return try await practice.withSite(Register.code(code), for: .verify) { $0.site }
    }

    /// Imports rows, in every column unless others are named.
    @discardableResult
    func take(
        _ rows: [[RegisterColumn: String]], columns: [RegisterColumn] = RegisterColumn.allCases,
        _ options: ImportOptions = ImportOptions(), at code: String = "leeds"
    ) async throws -> ImportReport {
        let file = RegisterFile(name: "r.csv", bytes: Array(Register.text(rows, columns: columns).utf8))
        return try await importer.run(file, at: Register.code(code), options)
    }

    /// The stream of an episode by its reference.
    func episode(_ reference: String) async throws -> StreamState<EpisodeStream>? {
        try await practice.withSite(site.code, for: .verify) { session in
            let ids = try await session.store.episodes([Register.code(reference)], site: site.id, session.transaction)
            guard let id = ids.values.first else { return nil }
            return try await session.store.load(id, in: EpisodeStream.self, site: site.id, session.transaction)
        }
    }

    /// The stream of the child of an episode.
    func child(of episode: StreamState<EpisodeStream>) async throws -> StreamState<ChildStream>? {
        guard let id = episode.history.facts?.referral.child else { return nil }
        return try await practice.withSite(site.code, for: .verify) { session in
            try await session.store.load(id, in: ChildStream.self, site: site.id, session.transaction)
        }
    }

    /// What the record says of an episode, as a register would.
    func cells(_ reference: String) async throws -> RegisterCells? {
        guard let episode = try await episode(reference), let facts = episode.history.facts,
            let child = try await child(of: episode)?.history.facts,
            let team = site.teams.first(where: { $0.id == facts.assignment?.team })
        else { return nil }
        return RegisterRow(episode: facts, child: child, team: team.code)?.cells
    }

    /// Every table of the programme as text, by name.
    func tables(except left: Set<String> = []) async throws -> [String: String] {
        // As the cluster's superuser, who sees the rows of all sites.
        let pool = Pool(PoolConfiguration(target: world.database.target(), size: 1))
        let tables = try await pool.withConnection { connection in
            let rows = try await connection.query(
                """
                SELECT n.nspname || '.' || c.relname,
                    query_to_xml(format('SELECT t::text AS row FROM %I.%I AS t ORDER BY 1', n.nspname, c.relname),
                        true, false, '')::text
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND n.nspname IN ('site', 'record', 'identity', 'narrative', 'exchange', 'reporting')
                """
            )
            var tables: [String: String] = [:]
            for row in rows {
                let (name, text) = try row.decode(String.self, String.self)
                if !left.contains(name) { tables[name] = text }
            }
            return tables
        }
        await pool.close()
        return tables
    }
}
