import Glibc
import Postgres
import PrivateCluster
import Testing

struct ServeCommandTests {
    @Test(arguments: [SIGTERM, SIGINT])
    func `the service says where it listens, and ends with 0 at a signal`(_ signal: Int32) async throws {
        try await Workplace.lend { workplace in
            let served = try await Served.start(workplace)
            #expect(served.line == "Homeward listens on http://127.0.0.1:\(served.port)")
            #expect(await served.get("/healthz")?.status == 200)
            #expect(await served.get("/readyz")?.status == 200)
            #expect(await served.get("/sign-in")?.body.contains("<h1>Sign in</h1>") == true)
            #expect(await served.get("/")?.status == 303)
            served.child.signal(signal)
            let outcome = try await served.child.outcome()
            #expect(outcome.status == 0)
            #expect(outcome.err.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"time\":\"") && $0.hasSuffix("}") })
        }
    }

    @Test func `a cluster that the service started is stopped with it, and one that ran goes on`() async throws {
        try await Workplace.lendDurable { workplace in
            let cluster = PrivateCluster(home: HomeFolder(path: workplace.environment["HOMEWARD_HOME"] ?? ""))
            #expect(try await Served.start(workplace).stop().status == 0)
            #expect(try cluster.status().word == "running")
            try await cluster.stop()
            let served = try await Served.start(workplace)
            #expect(try cluster.status().word == "running")
            #expect(try await served.stop().status == 0)
            #expect(try cluster.status().word == "stopped")
        }
    }

    @Test func `a server that was told to stop is left stopped, and found again when it is started`() async throws {
        try await Workplace.lendDurable { workplace in
            let served = try await Served.start(workplace)
            try await served.untilReady()
            try await workplace.demand(["cluster", "stop"])
            while await served.get("/readyz")?.status == 200 {}
            let page = try #require(await served.get("/sign-in"))
            #expect(page.status == 503)
            #expect(page.body.contains("The service is not available at the moment"))
            #expect(await served.get("/healthz")?.status == 200)
            try await workplace.demand(["cluster", "start"])
            try await served.untilReady()
            #expect(try await served.stop().status == 0)
        }
    }

    @Test func `a simulated home says so`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            try HomeFolder(path: home).create(simulated: true)
            try await workplace.demand(["cluster", "start"])
            try await workplace.demand(["migrate"])
            let served = try await Served.start(workplace)
            for path in ["/", "/nowhere", "/?site=x"] {
                #expect(await served.get(path)?.body.contains("Simulated network: no real families") == true)
            }
            #expect(try await served.stop().status == 0)
        }
    }

    @Test func `an address that others reach is warned of`() async throws {
        try await Workplace.lend { workplace in
            let served = try await Served.start(workplace, ["--host", "0.0.0.0"])
            let outcome = try await served.stop()
            #expect(outcome.status == 0)
            #expect(
                outcome.err.contains(
                    "homeward: warning: 0.0.0.0 is reached by others: nobody can sign in without a proxy with TLS in front"
                ))
        }
    }
}

struct ServeRefusalTests {
    @Test func `69: a port that is in use`() async throws {
        try await Workplace.lend { workplace in
            let served = try await Served.start(workplace)
            let second = try await workplace.run(["serve", "--port", "\(served.port)"])
            #expect(second.status == 69)
            #expect(
                second.err
                    == "homeward: port \(served.port) of 127.0.0.1 is in use: end what listens there, or choose another"
                    + " with --port\n")
            #expect(second.out.isEmpty)
            _ = try await served.stop()
        }
    }

    @Test func `78: a host that this machine does not have`() async throws {
        try await Workplace.lend { workplace in
            for host in ["no.such.name.invalid", "192.0.2.1"] {
                let refused = try await workplace.run(["serve", "--port", "0", "--host", host])
                #expect(refused.status == 78)
                #expect(refused.err.contains("this machine has no address \(host): choose one that it has with --host"))
            }
        }
    }

    @Test func `69: a home without a database names the commands that make one`() async throws {
        try await Workplace.lendEmpty { workplace, home in
            let absent = try await workplace.run(["serve", "--port", "0"])
            #expect(absent.status == 69)
            #expect(absent.err.contains("homeward cluster start --home \(home)"))
            #expect(absent.err.contains("homeward migrate --home \(home)"))
            try await workplace.demand(["cluster", "start"])
            let bare = try await workplace.run(["serve", "--port", "0"])
            #expect(bare.status == 69)
            #expect(bare.err == "homeward: the database is not migrated: run `homeward migrate --home \(home)`\n")
        }
    }

    @Test func `78: a database of another version of the program`() async throws {
        try await Workplace.lend { workplace in
            _ = try await workplace.withAdministrator { pool in
                try await pool.withConnection { connection in
                    try await connection.execute(
                        "INSERT INTO schema.ledger (name, checksum) VALUES ('m9999_later', sha256('later'))")
                }
            }
            let outcome = try await workplace.run(["serve", "--port", "0"])
            #expect(outcome.status == 78)
            #expect(outcome.err.contains("m9999_later is not known to this program"))
        }
    }

    @Test func `78: a home of another version of the program`() async throws {
        try await Workplace.lendDurable { workplace in
            let home = Folder(path: workplace.environment["HOMEWARD_HOME"] ?? "")
            try home.write("{\"format\": 99, \"product\": \"homeward\", \"simulated\": false}\n", to: "home.json")
            let outcome = try await workplace.run(["serve", "--port", "0"])
            #expect(outcome.status == 78)
            #expect(outcome.err.contains("was made by a newer Homeward (format 99): use that version"))
        }
    }

    @Test func `78: a version of a model that open episodes need and the program has not`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(
                """
                episode_ref,team,model,referred_on,decision,decided_on,first_session_on
                E1,mst,mst,2026-01-05,accepted,2026-01-06,2026-01-10
                E2,mst,mst,2026-01-05,accepted,2026-01-06,2026-01-10

                """, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            try await workplace.withAdministrator { pool in
                _ = try await pool.withConnection {
                    try await $0.execute("UPDATE record.episode SET model_version = 99")
                }
            }
            let outcome = try await workplace.run(["serve", "--port", "0"])
            #expect(outcome.status == 78)
            #expect(outcome.err.hasSuffix("site north: 2 open episodes under model mst version 99\n"))
        }
    }

    @Test(arguments: [["--port", "70000"], ["--port", "x"], ["--host", "a b"], ["--host", ""]])
    func `64: a port or a host that cannot be`(_ words: [String]) async throws {
        try await Folder.lend { folder in
            let outcome = try await Child.run(["serve"] + words, in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains(words[0]))
        }
    }
}
