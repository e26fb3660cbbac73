import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Simulation

/// A migrated database without a site, and the simulator over it.
struct SimulationWorld: Sendable {
    let fixtures: FixtureWorld
    let reporting: Pool

    static func with<Result: Sendable>(_ body: (SimulationWorld) async throws -> Result) async throws -> Result {
        try await FixtureWorld.with { fixtures in
            try await fixtures.database.withPool(.reporting, size: 2) { reporting in
                try await body(SimulationWorld(fixtures: fixtures, reporting: reporting))
            }
        }
    }

    var simulator: Simulator {
        Simulator(
            application: fixtures.pool, reporting: reporting, models: fixtures.models, vault: fixtures.vault
        )
    }

    /// The use cases, after the end of every history.
    var practice: Practice {
        Practice(
            application: fixtures.pool, reporting: reporting, store: fixtures.store, models: fixtures.models,
            clock: fixtures.clock.recordClock
        )
    }

    static func request(
        sites: Int, families: Int, months: Int = 24, seed: UInt64 = 1
    ) throws -> SimulationRequest {
        try SimulationRequest(
            sites: sites, families: families, months: months, seed: seed, until: FixtureWorld.today
        )
    }

    /// Makes a network.
    @discardableResult
    func make(
        sites: Int, families: Int, months: Int = 24, seed: UInt64 = 1, writers: Int = 2
    ) async throws -> Simulator.Progress {
        let request = try SimulationWorld.request(sites: sites, families: families, months: months, seed: seed)
        return try await simulator.run(NetworkPlan(request, models: fixtures.models), writers: writers)
    }

    /// Reads with the eyes of the superuser: all sites at once.
    func read<Result: Sendable>(_ body: (Connection) async throws -> Result) async throws -> Result {
        try await Connection.withConnection(to: fixtures.database.target(), body)
    }

    /// The first cell of a statement's answer.
    func cell<Value: PostgresDecodable & Sendable>(
        _ statement: Statement, as type: Value.Type = Value.self
    ) async throws -> Value {
        try await read { connection in
            let values = try await connection.query(statement).column(0, as: type)
            guard let value = values.first else { throw FixtureFault.missing("an answer") }
            return value
        }
    }

    /// Every event with all its columns but the order of arrival, which is the writers' race, as text in the order of
    /// the key.
    func events() async throws -> [String] {
        try await read { connection in
            try await connection.query(
                "SELECT (to_jsonb(e) - 'arrival')::text FROM record.event AS e ORDER BY site_id, stream, stream_id, seq"
            ).column(0, as: String.self)
        }
    }
}
