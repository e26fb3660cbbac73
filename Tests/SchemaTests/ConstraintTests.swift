@_spi(Splice) import Postgres
import Schema
import ScratchPostgres
import Testing

@Suite struct ConstraintTests {
    private static let named: Statement = """
        SELECT n.nspname || '.' || coalesce(r.relname, t.typname) || '.' || c.conname
        FROM pg_constraint AS c
        JOIN pg_namespace AS n ON n.oid = c.connamespace
        LEFT JOIN pg_class AS r ON r.oid = c.conrelid
        LEFT JOIN pg_type AS t ON t.oid = c.contypid
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND c.contype NOT IN ('n', 't')
        UNION
        SELECT n.nspname || '.' || r.relname || '.' || i.relname
        FROM pg_index AS x
        JOIN pg_class AS i ON i.oid = x.indexrelid
        JOIN pg_class AS r ON r.oid = x.indrelid
        JOIN pg_namespace AS n ON n.oid = r.relnamespace
        WHERE n.nspname !~ '^(pg_|information_schema$)' AND (x.indisunique OR x.indisexclusion)
        """

    @Test func `every constraint has a case that breaks it and every case a constraint`() async throws {
        try await Ground.withMigrated { database in
            let there = try await database.texts(Self.named)
            let cases = ConstraintCase.all.map(\.name)
            #expect(Set(there).subtracting(cases) == [])
            #expect(Set(cases).subtracting(there) == [])
            #expect(Set(cases).count == cases.count)
        }
    }

    @Test func `each constraint refuses what it names`() async throws {
        try await Ground.withTwoSites { database in
            try await database.asking { connection in
                for broken in ConstraintCase.all {
                    let fault = await #expect(throws: PostgresFault.self, "\(broken.name)") {
                        try await connection.transaction { transaction in
                            try await transaction.script("\(broken.sql); SET CONSTRAINTS ALL IMMEDIATE")
                        }
                    }
                    // The server names the table of a constraint, but not the schema of a domain.
                    let owner = fault?.table.map { "\(fault?.schema ?? "").\($0)" }
                    let found = "\(owner ?? "site.\(broken.domain)").\(fault?.constraintName ?? "none")"
                    #expect(found == broken.name, "\(String(reflecting: fault))")
                    #expect(fault?.sqlState?.classCode == "23", "\(broken.name)")
                }
            }
        }
    }

    @Test func `a constraint is named after its table`() {
        for one in ConstraintCase.all {
            let parts = one.name.split(separator: ".")
            #expect(parts[2].hasPrefix("\(parts[1])_"), "\(one.name)")
        }
    }
}

extension ConstraintCase {
    /// The part of the name between the schema and the constraint.
    fileprivate var domain: Substring { name.split(separator: ".")[1] }
}
