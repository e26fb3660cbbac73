import Testing

struct SettingsProblemTests {
    @Test func `an unknown setting is an error with file, line and the nearest name`() async throws {
        try await Folder.lend { folder in
            let file = try folder.write("# ours\npool:\n  connexions: 4\n", to: "settings.yaml")
            let check = try await Child.run(["config", "check", "--config", file], in: folder)
            #expect(check.status == 78)
            #expect(
                check.err.contains("\(file):3: unknown setting `pool.connexions`; did you mean `pool.connections`?"))
        }
    }

    @Test(arguments: [
        ["model", "list"], ["codes", "sex"], ["cluster", "status"], ["cluster", "start"], ["migrate"],
        ["site", "list"],
        ["verify"], ["rebuild"], ["config", "show"], ["import", "register", "x.csv", "--site", "x"],
        ["report", "indicators", "--site", "x", "--from", "2020-01-01", "--to", "2020-12-31"],
    ])
    func `every command refuses an unknown setting`(_ words: [String]) async throws {
        try await Folder.lend { folder in
            _ = try folder.make("config")
            try folder.write("homee: x\n", to: "config/homeward.yaml")
            let outcome = try await Child.run(words, in: folder)
            #expect(outcome.status == 78)
            #expect(outcome.err.contains("config/homeward.yaml:1: unknown setting `homee`; did you mean `home`?"))
            #expect(try !folder.names.contains(".homeward"))
        }
    }

    @Test func `a misspelt variable is an error, a stranger's is not`() async throws {
        try await Folder.lend { folder in
            let misspelt = try await Child.run(["config", "check"], in: folder, environment: ["HOMEWARD_HOEM": "x"])
            #expect(misspelt.status == 78)
            #expect(misspelt.err.contains("did you mean `HOMEWARD_HOME`?"))
            let foreign = try await Child.run(
                ["config", "check"], in: folder, environment: ["HOMEWARD_COLOUR_OF_SKY": "x"])
            #expect(foreign.status == 0)
        }
    }

    @Test(arguments: [
        ("pool:\n  connections: many\n", ":2: pool.connections: it must be a whole number (connections) from 1 to 100"),
        ("pool:\n  connections: 0\n", ":2: pool.connections: it must be"),
        ("home: [a, b]\n", ":1: home has one value"),
        ("home: a\nhome: b\n", ":1: a key may stand once; more than once: home"),
        ("- home\n", ":1: the file must be a list of settings"),
        ("home: 'a\n", "the file is no YAML from here on: close the quote that is open"),
        ("home: a\n---\nhome: b\n", "a file describes one set of settings"),
        ("database: nonsense\n", ":1: database: it must be a connection string"),
        ("cluster:\n  pool:\n    connections: 4\n", ":2: unknown setting `cluster.pool`"),
        ("session:\n  lockLimt: 4\n", ":2: unknown setting `session.lockLimt`; did you mean `session.lockLimit`?"),
        ("pool: 4\n", ":1: unknown setting `pool`"),
    ])
    func `what is wrong in the file is named by its line`(_ text: String, _ sentence: String) async throws {
        try await Folder.lend { folder in
            let file = try folder.write(text, to: "settings.yaml")
            let check = try await Child.run(["config", "check", "--config", file], in: folder)
            #expect(check.status == 78)
            #expect(check.err.contains(sentence))
        }
    }

    @Test func `all that is wrong is said at once`() async throws {
        try await Folder.lend { folder in
            let file = try folder.write("a: 1\nb: 2\n", to: "settings.yaml")
            let environment = ["HOMEWARD_POOL_WAIT_LIMIT": "long"]
            let check = try await Child.run(
                ["config", "check", "--config", file], in: folder, environment: environment)
            #expect(check.err.contains("\(file):1:"))
            #expect(check.err.contains("\(file):2:"))
            #expect(check.err.contains("HOMEWARD_POOL_WAIT_LIMIT: pool.waitLimit: it must be a whole number"))
        }
    }

    @Test func `a file that is not UTF-8 is refused`() async throws {
        try await Folder.lend { folder in
            let file = try folder.write([0x68, 0xFF, 0xFE], to: "settings.yaml")
            let check = try await Child.run(["config", "check", "--config", file], in: folder)
            #expect(check.status == 78)
            #expect(check.err.contains("\(file): the file is not UTF-8 text"))
        }
    }

    @Test func `a settings file that was named and is not there is no input`() async throws {
        try await Folder.lend { folder in
            let check = try await Child.run(["config", "check", "--config", "nowhere.yaml"], in: folder)
            #expect(check.status == 66)
            #expect(check.err.contains("nowhere.yaml: there is no such file"))
        }
    }
}
