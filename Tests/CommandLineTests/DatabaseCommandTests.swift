import Glibc
import Postgres
import PrivateCluster
import ScratchPostgres
import Testing

struct DatabaseCommandTests {
    @Test func `start makes home, keys and cluster, and may be repeated`() async throws {
        try await ScratchPostgres.withHome { home in
            try await Folder.lend { folder in
                let environment = ["HOMEWARD_HOME": home.path]
                for _ in 0..<2 {
                    let start = try await Child.run(["cluster", "start"], in: folder, environment: environment)
                    #expect(start.status == 0)
                }
                var entry = stat()
                #expect(stat("\(home.keys)/master.key", &entry) == 0)
                #expect(entry.st_mode & 0o7777 == 0o400)
                let status = try await Child.run(["cluster", "status"], in: folder, environment: environment)
                #expect(status.status == 0)
                #expect(status.out.hasPrefix("running: PostgreSQL "))
                let list = try await Child.run(["site", "list"], in: folder, environment: environment)
                #expect(list.status == 69)
                #expect(list.err == "homeward: the database is not migrated: run `homeward migrate --home \(home)`\n")
            }
        }
    }

    @Test func `start refuses to make new keys for a cluster that lost its own`() async throws {
        try await Workplace.lendDurable { workplace in
            try await workplace.demand(["cluster", "stop"])
            unlink("\(workplace.environment["HOMEWARD_HOME"] ?? "")/keys/master.key")
            let start = try await workplace.run(["cluster", "start"])
            #expect(start.status == 78)
            #expect(start.err.contains("master.key: the key file is missing"))
        }
    }

    @Test func `migrate names what it applied, and nothing when nothing is missing`() async throws {
        try await Workplace.lend { workplace in
            let again = try await workplace.demand(["migrate"])
            #expect(again.out.isEmpty)
            #expect(again.err == "Nothing is missing.\n")
        }
    }

    @Test func `a dry run of migrate names what is missing and changes nothing`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            try await Folder.lend { folder in
                let words = ["migrate", "--dry-run", "--database", database.conninfo(), "--home", "h"]
                for _ in 0..<2 {
                    let trial = try await Child.run(words, in: folder)
                    #expect(trial.status == 0)
                    #expect(trial.out.hasPrefix("m0001_"))
                }
                #expect(!folder.has("h"))
            }
        }
    }

    @Test func `an existing server that is not migrated is told from one that is away`() async throws {
        try await ScratchPostgres.withEmptyDatabase { database in
            try await Folder.lend { folder in
                let words = ["site", "list", "--home", "h", "--database"]
                let empty = try await Child.run(words + [database.conninfo()], in: folder)
                #expect(empty.status == 69)
                #expect(empty.err.contains("homeward migrate --database CONNINFO --home \(folder["h"])"))
                let away = try await Child.run(words + ["host=\(folder.path) dbname=x"], in: folder)
                #expect(away.status == 69)
                #expect(away.err.contains("start the server that the setting database names"))
            }
        }
    }

    @Test func `work on an existing server is done in the application's role`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let forms = [workplace.administrator + " options='-c work_mem=8MB'", workplace.address]
            try await workplace.withAdministrator { pool in
                _ = try await pool.withConnection { connection in
                    try await connection.execute("REVOKE SELECT ON site.site FROM homeward_application")
                }
            }
            for form in forms {
                let list = try await workplace.run(["site", "list", "--database", form])
                #expect(list.status == 77, "the superuser who logs in could have read it: \(list.err)")
            }
        }
    }

    @Test func `start and stop leave an existing server alone`() async throws {
        try await Folder.lend { folder in
            for word in ["start", "stop", "status"] {
                let outcome = try await Child.run(
                    ["cluster", word], in: folder, environment: ["HOMEWARD_DATABASE": "host=/nowhere"]
                )
                #expect(outcome.status == 78)
                #expect(outcome.err.contains("HOMEWARD_DATABASE"))
            }
            #expect(!folder.has(".homeward"))
        }
    }
}
