import Logging
import Postgres
import PrivateCluster
import Schema

/// Finds the database that the settings mean: the home's cluster, or an existing server. It starts nothing.
struct DatabaseDoor: Sendable {
    /// The settings.
    let settings: Settings

    /// The connection string of a role.
    /// - Throws: status 69 with the command that starts the cluster, when it does not run.
    func connectInfo(role: ConnectionRole) throws -> String {
        guard let database = settings.database else {
            return try settings.cluster.running().connectInfo(role: role)
        }
        // The login of an existing server does what an administrator does here; for other work it takes the role.
        return role == .administrator ? database.text : database.text(inRole: role.name)
    }

    /// A pool of connections in a role.
    /// - Parameters:
    ///   - logger: where the pool says what befalls its connections.
    ///   - adjust: what a command wants otherwise than the settings have it.
    func pool(
        role: ConnectionRole, logger: Logger? = nil, adjusting adjust: (inout PoolConfiguration) -> Void = { _ in }
    ) throws -> Pool {
        var configuration = try configuration(role: role)
        adjust(&configuration)
        return Pool(configuration, logger: logger)
    }

    private func configuration(role: ConnectionRole) throws -> PoolConfiguration {
        PoolConfiguration(
            target: ConnectionTarget(conninfo: try connectInfo(role: role)),
            size: settings.whole(.poolConnections),
            acquireTimeout: settings.seconds(.poolWaitLimit),
            session: SessionSettings(
                applicationName: "homeward",
                statementTimeout: settings.seconds(.sessionStatementLimit),
                lockTimeout: settings.seconds(.sessionLockLimit),
                // Between two statements a long file is thought about, never longer than a statement may run.
                idleInTransactionTimeout: settings.seconds(.sessionStatementLimit),
                connectTimeout: settings.seconds(.sessionConnectLimit)
            )
        )
    }

    /// Makes sure that the database is what this program needs.
    /// - Throws: status 69 with the command that migrates it, 78 when another version of the program did.
    func checkMigrated(_ pool: Pool) async throws {
        do {
            let status = try await pool.withConnection { try await Schema.status(on: $0) }
            switch status {
            case .upToDate: return
            case .notMigrated, .missing: throw notMigrated
            case .changed(let name): throw DatabaseDoor.mismatch("was applied with other contents", name)
            case .unknown(let name): throw DatabaseDoor.mismatch("is not known to this program", name)
            case .outOfOrder(let name):
                throw DatabaseDoor.mismatch("is missing although a later one was applied", name)
            }
        } catch let fault as PostgresFault where isBeforeMigration(fault) {
            throw notMigrated
        }
    }

    /// Whether the database is there and migrated, asked without patience: for commands that can do without.
    func isReady() async -> Bool {
        guard let pool = try? pool(role: .application, adjusting: { $0.connectPatience = .zero }) else { return false }
        let isReady: Bool
        do {
            try await checkMigrated(pool)
            isReady = true
        } catch {
            isReady = false
        }
        await pool.close()
        return isReady
    }

    /// A database that another version of the program migrated.
    static func mismatch(_ words: String, _ name: String) -> CommandFault {
        CommandFault(
            .configuration, "the migration \(name) \(words): use the version of homeward that migrated the database"
        )
    }

    /// What is said of a database without the tables of this program.
    var notMigrated: CommandFault {
        CommandFault(.unavailable, "the database is not migrated: run `\(Mending(settings).migrate)`")
    }

    /// Before the first migration the application's role does not exist: the private cluster refuses the login (28000),
    /// an existing server the change of role (22023, 42704).
    private func isBeforeMigration(_ fault: PostgresFault) -> Bool {
        guard let state = fault.sqlState else { return false }
        return ["28000", "22023", "42704", "42501"].contains(state.rawValue)
    }
}
