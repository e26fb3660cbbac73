@_spi(Splice) import Postgres
import PrivateCluster
import Schema
import ScratchPostgres
import Testing

@Suite struct RowSecurityTests {
    private static let scoped: Statement = """
        SELECT oid::regclass::text FROM pg_class WHERE relrowsecurity ORDER BY 1
        """

    private static let firstSite = SessionScope([
        "homeward.site": "1", "homeward.reach": "site",
        "homeward.aspects": "{identity,narrative,record,scores,staff-measures}",
    ])

    private static func count(
        _ table: String, in transaction: Transaction, where condition: String = "true"
    )
        async throws -> Int?
    {
        try await transaction.query("SELECT count(*) FROM \(splice: table) WHERE \(splice: condition)")
            .column(0, as: Int.self).first
    }

    @Test func `without a scope the application sees nothing`() async throws {
        try await Ground.withTwoSites { database in
            let tables = try await database.texts(Self.scoped)
            try await database.asking(as: .application) { connection in
                try await connection.transaction { transaction in
                    for table in tables {
                        let seen = try await Self.count(table, in: transaction)
                        #expect(seen == 0, "\(table)")
                    }
                }
            }
            #expect(tables.count >= 20)
        }
    }

    @Test func `under the scope of one site nothing of another is to be seen`() async throws {
        try await Ground.withTwoSites { database in
            let tables = try await database.texts(Self.scoped)
            try await database.asking(as: .application) { connection in
                try await connection.transaction(scope: Self.firstSite) { transaction in
                    for table in tables {
                        let own = try await Self.count(table, in: transaction)
                        let foreign = try await Self.count(table, in: transaction, where: "site_id <> 1")
                        #expect(own ?? 0 > 0, "\(table)")
                        #expect(foreign == 0, "\(table)")
                    }
                }
            }
        }
    }

    @Test func `under the scope of one site no row of another can be written`() async throws {
        try await Ground.withTwoSites { database in
            for table in try await database.texts(Self.scoped) {
                let columns = try await database.texts(
                    """
                    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                    WHERE attrelid = \(table)::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                    """
                ).joined()
                let values = columns.replacing("site_id", with: "2")
                let fault = await #expect(throws: PostgresFault.self, "\(table)") {
                    try await database.asking(as: .application) { connection in
                        try await connection.transaction(scope: Self.firstSite) { transaction in
                            try await transaction.script(
                                "INSERT INTO \(table) (\(columns)) SELECT \(values) FROM \(table) LIMIT 1")
                        }
                    }
                }
                #expect(fault?.sqlState == .insufficientPrivilege, "\(table): \(String(reflecting: fault))")
            }
        }
    }

    @Test func `a connection that had a scope has none in the next transaction and no error either`() async throws {
        try await Ground.withTwoSites { database in
            try await database.asking(as: .application) { connection in
                let during = try await connection.transaction(scope: Self.firstSite) {
                    try await Self.count("record.event", in: $0)
                }
                let after = try await connection.transaction { try await Self.count("record.event", in: $0) }
                #expect(during == 5)
                #expect(after == 0)
            }
        }
    }

    @Test func `the owner sees both sites in every table`() async throws {
        try await Ground.withTwoSites { database in
            let tables = try await database.texts(Self.scoped)
            try await database.asking { connection in
                try await connection.transaction { transaction in
                    try await transaction.execute("SET LOCAL ROLE homeward_owner")
                    for table in tables {
                        let first = try await Self.count(table, in: transaction, where: "site_id = 1")
                        let second = try await Self.count(table, in: transaction, where: "site_id = 2")
                        #expect(first == second && first ?? 0 > 0, "\(table)")
                    }
                }
            }
        }
    }

    @Test(arguments: ["reporting.episode_fact", "reporting.care_spell_fact", "reporting.model_fact"])
    func `reporting sees the facts of both sites`(table: String) async throws {
        try await Ground.withTwoSites { database in
            let seen = try await database.asking(as: .reporting) { connection in
                try await connection.query("SELECT DISTINCT site_id FROM \(splice: table) ORDER BY 1")
                    .column(0, as: Int32.self)
            }
            #expect(seen == [1, 2])
        }
    }

    @Test(arguments: [
        "UPDATE record.event SET kind = 'other'", "DELETE FROM record.event", "TRUNCATE record.event CASCADE",
        "UPDATE site.configuration SET document = ''", "DELETE FROM exchange.import",
        "UPDATE site.instrument_definition SET document = ''", "DELETE FROM job.removal",
        "UPDATE access.look SET outcome = 'allowed'", "DELETE FROM access.look",
        "UPDATE access.seal SET rows = 2", "DELETE FROM access.disposed", "DELETE FROM access.disposal_seal",
    ])
    func `the application cannot change what is append-only`(sql: String) async throws {
        try await Ground.withTwoSites { database in
            let fault = await #expect(throws: PostgresFault.self) {
                try await database.asking(as: .application) { connection in
                    try await connection.transaction(scope: Self.firstSite) { try await $0.script(sql) }
                }
            }
            #expect(fault?.sqlState == .insufficientPrivilege)
        }
    }

    @Test(
        arguments: [
            "record.event", "site.configuration", "site.instrument_definition", "exchange.import", "job.removal",
            "access.look", "access.seal", "access.disposed", "access.disposal_seal",
        ],
        [false, true])
    func `not even the owner or a superuser changes what is append-only`(table: String, isSuper: Bool) async throws {
        try await Ground.withTwoSites { database in
            for sql in [
                "UPDATE \(table) SET site_id = 3", "DELETE FROM \(table)", "TRUNCATE \(table) CASCADE",
            ] {
                let fault = await #expect(throws: PostgresFault.self, "\(sql)") {
                    try await database.asking { connection in
                        try await connection.transaction { transaction in
                            if !isSuper { try await transaction.execute("SET LOCAL ROLE homeward_owner") }
                            try await transaction.script(sql)
                        }
                    }
                }
                #expect(fault?.sqlState?.rawValue == "23001", "\(sql): \(String(reflecting: fault))")
            }
        }
    }
}
