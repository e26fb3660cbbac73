import Glibc
import Postgres
import ScratchPostgres
import Testing

struct LostConnectionTests {
    @Test func `a connection ended in the middle of a statement is told and replaced`() async throws {
        try await withPool(size: 2) { pool in
            let work = Task { try await pool.withConnection { try await $0.query("SELECT pg_sleep(600) AS doomed") } }
            let pid = try await waitUntilRunning("AS doomed", asking: pool)
            try await pool.withConnection { try await terminate(pid: pid, asking: $0) }
            let found = await fault { _ = try await work.value }
            #expect(found?.sqlState == .adminShutdown && found?.isUnavailable == true)
            let others = try await pool.withConnection { connection in
                try await connection.query("SELECT \(pid) <> pg_backend_pid()")[0].decode(0, as: Bool.self)
            }
            #expect(others)
            #expect(pool.census.lent == 0)
        }
    }

    @Test func `a connection ended while it lay idle is replaced without the next caller noticing`() async throws {
        try await withPool(size: 1) { pool in
            let pid = try await pool.withConnection { try #require(await $0.serverProcessID) }
            let folder: String = try await pool.withConnection {
                try await $0.query(
                    "SELECT 'host=' || current_setting('unix_socket_directories') || ' user=homeward dbname=' || current_database()"
                )[0].decode(0)
            }
            try await Connection.withConnection(to: ConnectionTarget(conninfo: folder)) {
                try await terminate(pid: pid, asking: $0)
            }
            let next = try await pool.withConnection { try #require(await $0.serverProcessID) }
            #expect(next != pid)
            #expect(pool.census == PoolCensus(lent: 0, idle: 1, waiting: 0))
        }
    }

    @Test func `a connection that ends inside a transaction undoes it and the fault says that there is no server`()
        async throws
    {
        try await withPool(size: 2) { pool in
            try await pool.withConnection { _ = try await $0.execute("CREATE TABLE t (a integer)") }
            let found = await fault {
                try await pool.transaction { transaction in
                    try await transaction.execute("INSERT INTO t VALUES (1)")
                    let pid: Int32 = try await transaction.query("SELECT pg_backend_pid()")[0].decode(0)
                    try await pool.withConnection { try await terminate(pid: pid, asking: $0) }
                    try await transaction.execute("INSERT INTO t VALUES (2)")
                }
            }
            #expect(found?.isUnavailable == true)
            #expect(try await pool.withConnection { try await $0.query("SELECT FROM t").isEmpty })
        }
    }

    @Test func `a loss that was swallowed is told again by every statement and by the commit`() async throws {
        try await withPool(size: 2) { pool in
            let found = await fault {
                try await pool.transaction { transaction in
                    let pid: Int32 = try await transaction.query("SELECT pg_backend_pid()")[0].decode(0)
                    try await pool.withConnection { try await terminate(pid: pid, asking: $0) }
                    _ = try? await transaction.query("SELECT 1")
                    let second = await fault { try await transaction.query("SELECT 1") }
                    #expect(second?.code == .connectionLost)
                }
            }
            #expect(found?.isUnavailable == true && found?.attempt == .commit)
        }
    }

    @Test func `a commit without a server is never reported as done`() async throws {
        try await withPool(size: 2) { pool in
            let found = await fault {
                try await pool.transaction { transaction in
                    let pid: Int32 = try await transaction.query("SELECT pg_backend_pid()")[0].decode(0)
                    try await pool.withConnection { try await terminate(pid: pid, asking: $0) }
                }
            }
            #expect(found?.isUnavailable == true && found?.attempt == .commit)
        }
    }

    @Test func `a pool outlives its server and comes back with it`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let door = try Door(to: database.socketFolder, named: database.name)
            defer { door.close() }
            let target = ConnectionTarget(conninfo: "host=\(door.path) user=homeward dbname=\(database.name)")
            let hasty = PoolConfiguration(target: target, size: 1, connectPatience: .zero)
            let patient = PoolConfiguration(
                target: target, size: 1, acquireTimeout: .seconds(60), connectPatience: .seconds(60)
            )
            try await withPool(hasty) { hastyPool in
                try await withPool(patient) { patientPool in
                    var pids: [Int32] = []
                    for pool in [hastyPool, patientPool] {
                        pids.append(try await pool.withConnection { try #require(await $0.serverProcessID) })
                    }
                    door.close()
                    try await Connection.withConnection(to: ConnectionTarget(conninfo: database.conninfo())) {
                        connection in
                        for pid in pids { try await terminate(pid: pid, asking: connection) }
                    }
                    let waiting = Task { try await patientPool.withConnection { try await $0.query("SELECT 1").count } }
                    let found = await fault {
                        try await hastyPool.withConnection { _ = try await $0.query("SELECT 1") }
                    }
                    #expect(found?.code == .connect && found?.isUnavailable == true)
                    try door.open()
                    // Who has patience is served when the server is back, without having noticed.
                    #expect(try await waiting.value == 1)
                    #expect(try await hastyPool.withConnection { try await $0.query("SELECT 1").count } == 1)
                }
            }
        }
    }

    /// A way to a server's socket that can be closed and opened again: to those who come through it the server is gone.
    private struct Door {
        let path: String
        let destination: String

        init(to destination: String, named name: String) throws {
            path = "\(destination)-\(name)"
            self.destination = destination
            try open()
        }

        func open() throws {
            try #require(symlink(destination, path) == 0)
        }

        func close() {
            unlink(path)
        }
    }
}
