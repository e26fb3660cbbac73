import Postgres
import Testing

struct UpkeepCommandTests {
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            var register = Register()
            for _ in 0..<5 { register.add("completed", atHome: true, inSchool: true, noArrests: true) }
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await body(workplace)
        }
    }

    @Test func `verify passes for a record that nobody tampered with`() async throws {
        try await lend { workplace in
            let verified = try await workplace.demand(["verify", "--site", "north"])
            #expect(verified.out.hasPrefix("north: events "))
            #expect(verified.out.hasSuffix(": sound\n"))
        }
    }

    @Test func `verify names the first bad event and ends with 65`() async throws {
        try await lend { workplace in
            let id = try await workplace.withAdministrator { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute("SET LOCAL session_replication_role = replica")
                    return try await transaction.query(
                        """
                        UPDATE record.event SET occurred_on = occurred_on + 1
                        WHERE (stream_id, seq) = (
                            SELECT stream_id, seq FROM record.event WHERE stream = 'episode' AND seq = 2
                            ORDER BY stream_id LIMIT 1
                        )
                        RETURNING site_id || '/' || stream || '/' || stream_id || '/' || seq
                        """
                    ).column(0, as: String.self)[0]
                }
            }
            let verified = try await workplace.run(["verify"])
            #expect(verified.status == 65)
            #expect(verified.err.contains("the first bad event is \(id)"))
            #expect(verified.out.contains("north: events "))
        }
    }

    @Test func `rebuild makes good what was lost of what is derived`() async throws {
        try await lend { workplace in
            let report = ["report", "indicators", "--site", "north", "--from", "2015-01-01", "--to", "2015-12-31"]
            let before = try await workplace.demand(report).out
            try await workplace.withAdministrator { pool in
                _ = try await pool.transaction { transaction in
                    try await transaction.execute("DELETE FROM reporting.episode_fact")
                }
            }
            #expect(try await workplace.run(["verify"]).status == 65)
            #expect(try await workplace.demand(["rebuild"]).out.contains("changed 5, orphans 0"))
            try await workplace.demand(["verify"])
            #expect(try await workplace.demand(report).out == before)
        }
    }

    @Test func `site list shows what was applied, and applying again changes nothing`() async throws {
        try await lend { workplace in
            let list = try await workplace.demand(["site", "list"])
            #expect(list.out.split(separator: "\n").count == 4)
            let again = try await workplace.demand(["site", "apply", "north.yaml"])
            #expect(again.out == "site north: nothing changes\n")
        }
    }

    @Test func `a dry run of site apply says what would change and changes nothing`() async throws {
        try await Workplace.lend { workplace in
            let text = "code: west\nname: X\njurisdiction: ireland\ntimeZone: Europe/Dublin\nteams: []\n"
            try workplace.folder.write(text, to: "west.yaml")
            let trial = try await workplace.demand(["site", "apply", "--dry-run", "west.yaml"])
            #expect(trial.out.hasPrefix("site west: new\n"))
            #expect(try await workplace.demand(["site", "list"]).out.isEmpty)
        }
    }

    @Test func `the site files that are delivered can be applied`() async throws {
        try await Workplace.lend { workplace in
            for name in ["demo-north", "demo-west"] {
                let file = repository["config/sites/\(name).yaml"]
                let applied = try await workplace.demand(["site", "apply", file])
                #expect(applied.out.hasPrefix("site \(name): new\n"))
            }
        }
    }
}
