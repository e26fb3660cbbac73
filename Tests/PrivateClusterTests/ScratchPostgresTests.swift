import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

struct ScratchPostgresTests {
    @Test(arguments: 0..<20)
    func `each test has an empty database of its own`(_ number: Int) async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let conninfo = database.conninfo()
            let answer = try await Asking.server(conninfo, "CREATE TABLE t AS SELECT \(number) AS n; SELECT n FROM t")
            #expect(answer == String(number))
        }
    }

    @Test func `a database is dropped also when the test throws`() async throws {
        struct Planned: Error {}
        var name = ""
        await #expect(throws: Planned.self) {
            try await ScratchPostgres.withEmptyDatabase { database in
                name = database.name
                throw Planned()
            }
        }
        try await ScratchPostgres.withEmptyDatabase { other in
            let left = "SELECT count(*) FROM pg_database WHERE datname = '\(name)'"
            let count = try await Asking.server(other.conninfo(), left)
            #expect(count == "0")
        }
    }

    @Test func `a test that holds a database can borrow more than are lent at once`() async throws {
        func borrow(_ count: Int) async throws -> Set<String> {
            try await ScratchPostgres.withEmptyDatabase { database in
                let others = count > 1 ? try await borrow(count - 1) : []
                return others.union([database.name])
            }
        }
        #expect(try await borrow(ScratchPostgres.lentAtOnce + 1).count == ScratchPostgres.lentAtOnce + 1)
    }

    @Test func `the scratch server listens on no network`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            let addresses = try await Asking.server(database.conninfo(), "SHOW listen_addresses")
            #expect(addresses == "")
        }
    }

    @Test(arguments: ConnectionRole.allCases)
    func `a migrated database lets each role in`(_ role: ConnectionRole) async throws {
        try await ScratchPostgres.withDatabase { database in
            let user = try await database.withPool(role) { pool in
                try await pool.withConnection { connection in
                    try await connection.query("SELECT session_user::text").first?.decode(0, as: String.self)
                }
            }
            #expect(user == role.name)
        }
    }

    @Test func `a migrated database has the whole schema and nobody's rows`() async throws {
        try await ScratchPostgres.withDatabase { database in
            let applied = try await Asking.server(database.conninfo(), "SELECT count(*) > 0 FROM schema.ledger")
            #expect(applied == "t")
            let events = try await Asking.server(database.conninfo(), "SELECT count(*) FROM record.event")
            #expect(events == "0")
        }
    }
}
