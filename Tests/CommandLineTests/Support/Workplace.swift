import Postgres
import PrivateCluster
import ScratchPostgres

/// A place to run commands in: a folder to stand in, a home, and a migrated database of the test's own.
struct Workplace: Sendable {
    let folder: Folder
    var environment: [String: String]
    /// Where the database is, for its superuser.
    let administrator: String
    /// The same as an address.
    let address: String

    /// Lends a workplace on the scratch server.
    static func lend<Result: Sendable>(_ body: (Workplace) async throws -> Result) async throws -> Result {
        try await ScratchPostgres.withEmptyDatabase { database in
            try await Folder.lend { folder in
                let workplace = Workplace(
                    folder: folder,
                    environment: ["HOMEWARD_HOME": folder["home"], "HOMEWARD_DATABASE": database.conninfo()],
                    administrator: database.conninfo(),
                    address: "postgresql:///\(database.name)?user=homeward&host=\(database.socketFolder)"
                )
                try await workplace.demand(["migrate"])
                return try await body(workplace)
            }
        }
    }

    /// Lends a workplace with a durable cluster of its own, which a test may kill.
    static func lendDurable<Result: Sendable>(_ body: (Workplace) async throws -> Result) async throws -> Result {
        try await lendEmpty { before, home in
            try await before.demand(["cluster", "start"])
            try await before.demand(["migrate"])
            let cluster = try PrivateCluster(home: HomeFolder(path: home)).running()
            return try await body(
                Workplace(
                    folder: before.folder, environment: before.environment,
                    administrator: cluster.connectInfo(role: .administrator),
                    address: "postgresql:///homeward?user=homeward&host=\(cluster.socketFolder)"
                )
            )
        }
    }

    /// Lends a workplace whose home does not exist yet, and the home's path.
    static func lendEmpty<Result: Sendable>(
        _ body: (Workplace, _ home: String) async throws -> Result
    ) async throws -> Result {
        try await ScratchPostgres.withHome { home in
            try await Folder.lend { folder in
                let environment = ["HOMEWARD_HOME": home.path]
                let workplace = Workplace(folder: folder, environment: environment, administrator: "", address: "")
                return try await body(workplace, home.path)
            }
        }
    }

    /// Runs a command to its end.
    func run(_ words: [String], output: String? = nil) async throws -> Child.Outcome {
        try await Child.run(words, in: folder, environment: environment, output: output)
    }

    /// Starts a command.
    func start(_ words: [String]) throws -> Child {
        try Child.start(words, in: folder, environment: environment)
    }

    /// Runs a command that must succeed.
    @discardableResult
    func demand(_ words: [String]) async throws -> Child.Outcome {
        let outcome = try await run(words)
        guard outcome.status == 0 else {
            throw TestTrouble("homeward \(words) ended with \(outcome.status ?? -1): \(outcome.err)")
        }
        return outcome
    }

    /// Makes the site `north`, licensed, with a team for each model.
    func applySite(_ code: String = "north") async throws {
        let teams = ["mst", "mst-can", "mst-fit"].map { "  - {code: \($0), model: \($0), startedOn: 2010-01-04}\n" }
        let text =
            "code: \(code)\nname: Invented Site\njurisdiction: england\ntimeZone: Europe/London\n"
            + "licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}\nteams:\n"
            + teams.joined()
        try folder.write(text, to: "\(code).yaml")
        try await demand(["site", "apply", "\(code).yaml"])
    }

    /// Lends a connection as the superuser of the database.
    func withAdministrator<Result: Sendable>(_ body: (Pool) async throws -> Result) async throws -> Result {
        let pool = Pool(PoolConfiguration(target: ConnectionTarget(conninfo: administrator), size: 2))
        do {
            let result = try await body(pool)
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw error
        }
    }

    /// The first text that a statement of the administrator gives.
    func ask(_ statement: Statement) async throws -> String {
        let found = try await withAdministrator { pool in
            try await pool.withConnection { try await $0.query(statement).column(0, as: String.self).first }
        }
        guard let found else { throw TestTrouble("nothing came of \(statement)") }
        return found
    }

    /// How many episodes the database has, over all sites.
    func episodes() async throws -> Int {
        try await withAdministrator { pool in
            try await pool.withConnection { connection in
                try await connection.query("SELECT count(*) FROM record.episode").column(0, as: Int.self)[0]
            }
        }
    }

    /// Starts a command and runs `body` when it waits in the middle of its work for a lock on the events.
    func hold<Result: Sendable>(
        _ words: [String], _ body: (Child) async throws -> Result
    ) async throws -> (child: Child, result: Result) {
        try await withAdministrator { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("LOCK TABLE record.event IN EXCLUSIVE MODE")
                let child = try start(words)
                try await pool.withConnection { watcher in
                    var isWaiting = false
                    while !isWaiting {
                        isWaiting = try await watcher.query(
                            """
                            SELECT EXISTS (
                                SELECT FROM pg_locks WHERE NOT granted AND relation = 'record.event'::regclass
                            )
                            """
                        ).column(0, as: Bool.self)[0]
                    }
                }
                return (child, try await body(child))
            }
        }
    }
}
