import Glibc
import Postgres
import Testing

struct SealCommandTests {
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            var register = Register()
            for _ in 0..<3 { register.add("completed", atHome: true, inSchool: true, noArrests: true) }
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    @Test func `seal prints the head of each site, and the audit passes over what nobody tampered with`() async throws {
        try await lend { workplace in
            try await workplace.demand([
                "report", "indicators", "--site", "all", "--from", "2024-01-01", "--to", "2024-12-31",
            ])
            let sealed = try await workplace.demand(["seal", "--wait", "600"]).out
            #expect(sealed.contains("the network: 1 new; seal 1 of "))
            #expect(sealed.contains("north: "))
            #expect(sealed.contains(" new; seal 1 of "))
            #expect(sealed.contains("south: "))
            let audited = try await workplace.demand(["verify", "--audit", "--site", "north"]).out
            #expect(audited.hasPrefix("north: seals 1, rows "))
            #expect(audited.hasSuffix(", younger than the last seal 0: whole\n"))
            try await workplace.withAdministrator { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    try await transaction.execute("UPDATE door.network_look SET actor = 'nobody'")
                }
            }
            let all = try await workplace.run(["verify", "--audit"])
            #expect(all.status == 65)
            #expect(all.err.contains("the network: the lowest is "))
        }
    }

    @Test func `the audit names the lowest of what was changed after it was sealed, and ends with 65`() async throws {
        try await lend { workplace in
            try await workplace.demand(["seal", "--wait", "600"])
            let arrival = try await workplace.withAdministrator { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    return try await transaction.query(
                        """
                        WITH victim AS (
                            SELECT e.site_id, e.arrival FROM record.event AS e JOIN site.site AS s USING (site_id)
                            WHERE s.code = 'north' ORDER BY e.arrival OFFSET 4 LIMIT 1)
                        UPDATE record.event AS e SET recorded_by = 'nobody' FROM victim AS v
                        WHERE (e.site_id, e.arrival) = (v.site_id, v.arrival) RETURNING e.arrival::text
                        """
                    ).column(0, as: String.self)[0]
                }
            }
            let audited = try await workplace.run(["verify", "--audit"])
            #expect(audited.status == 65)
            #expect(
                audited.err.contains("north: the lowest is \(arrival): it was changed after it was sealed (seal 1)"))
            #expect(audited.out.contains("south: seals 1, "))
        }
    }

    @Test func `while somebody who began earlier is at work, seal waits and then ends with 75`() async throws {
        try await lend { workplace in
            try await workplace.withAdministrator { pool in
                try await pool.transaction { transaction in
                    _ = try await transaction.query("SELECT pg_current_xact_id()::text")
                    let waited = try await workplace.run(["seal", "--wait", "0"])
                    #expect(waited.status == 75)
                }
            }
            try await workplace.demand(["seal", "--wait", "600"])
        }
    }

    @Test func `without the key of seals nothing is sealed, and it is not made anew`() async throws {
        try await lend { workplace in
            try await workplace.demand(["seal", "--wait", "600"])
            #expect(unlink(workplace.folder["home/keys/seal.key"]) == 0)
            let refused = try await workplace.run(["seal"])
            #expect(refused.status == 78)
            #expect(refused.err.contains("seal.key: the key file is missing"))
            try await workplace.demand(["migrate"])
            #expect(try await workplace.run(["verify", "--audit"]).status == 78)
        }
    }
}
