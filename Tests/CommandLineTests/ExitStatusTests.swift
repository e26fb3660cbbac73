import Bootstrap
import FoundationEssentials
import Glibc
import Postgres
import Testing

/// Every status of the table once, by the command that ends with it.
struct ExitStatusTests {
    private func run(_ words: [String]) async throws -> Child.Outcome {
        try await Folder.lend { try await Child.run(words, in: $0) }
    }

    @Test func `the table is that of sysexits`() {
        #expect(ExitStatus.allCases.map(\.rawValue) == [0, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78])
    }

    @Test func `the README has a row for every status and no other`() throws {
        let readme = try repository.text(of: "README.md")
        let lines = readme.split(separator: "\n").map(String.init)
        let start = lines.firstIndex(of: "| status | meaning |") ?? lines.endIndex
        let rows = lines[start...].dropFirst(2).prefix { $0.hasPrefix("| ") }
        #expect(Array(rows) == ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" })
    }

    @Test(arguments: [
        (["report", "indicators", "--site", "x", "--from", "2025-02-30", "--to", "2025-12-31"], "--from"),
        (["report", "indicators", "--site", "x", "--from", "2025-01-01", "--to", "2024-12-31"], "--from"),
        (["report", "indicators", "--site", "x", "--from", "2025-01-01"], "--to"),
        (["report", "indicators", "--site", "a b", "--from", "2025-01-01", "--to", "2025-12-31"], "--site"),
        (
            [
                "report", "indicators", "--site", "x", "--from", "2025-01-01", "--to", "2025-12-31", "--known-at",
                "2025-01-01T00:00:00",
            ], "--known-at"
        ),
        (
            [
                "report", "indicators", "--site", "all", "--team", "t", "--from", "2025-01-01", "--to", "2025-12-31",
            ], "--team"
        ),
        (["report", "indicators", "--format", "xml"], "--format"),
        (["report", "care-days", "--site", "x", "--from", "2025-01-01", "--to", "2024-12-31"], "--from"),
        (["report", "care-days", "--site", "x", "--from", "2025-01-01"], "--to"),
        (["verify", "--sight", "x"], "--sight"),
        (["import", "register", "x.csv"], "--site"),
        (["cluster", "begin"], "begin"),
    ])
    func `64: a mistake of usage names the flag`(_ words: [String], _ flag: String) async throws {
        let outcome = try await run(words)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains(flag))
        #expect(outcome.out.isEmpty)
    }

    @Test func `65: a code that the data do not know is named with those that exist`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            let year = ["--from", "2025-01-01", "--to", "2025-12-31"]
            let site = try await workplace.run(["report", "indicators", "--site", "south"] + year)
            #expect(site.status == 65)
            #expect(site.err == "homeward: --site: there is no site south; known sites: north\n")
            let team = try await workplace.run(["report", "indicators", "--site", "north", "--team", "x"] + year)
            #expect(team.status == 65)
            #expect(team.err.contains("--team: the site has no team x; known teams: mst, mst-can, mst-fit"))
            let model = try await workplace.run(["report", "indicators", "--site", "north", "--model", "x"] + year)
            #expect(model.status == 65)
            #expect(model.err.contains("--model: there is no model x; known models: mst, mst-can, mst-fit"))
        }
    }

    @Test func `65: a site file with problems is named by line and changes nothing`() async throws {
        try await Workplace.lend { workplace in
            let text = "code: north\nname: X\njurisdiction: atlantis\ntimeZone: Europe/London\nteams: []\n"
            try workplace.folder.write(text, to: "north.yaml")
            let applied = try await workplace.run(["site", "apply", "north.yaml"])
            #expect(applied.status == 65)
            #expect(applied.err.contains("north.yaml:3: column 15: unknown-jurisdiction: "))
            #expect(try await workplace.demand(["site", "list"]).out.isEmpty)
        }
    }

    @Test(arguments: [["import", "register", "nowhere.csv", "--site", "x"], ["site", "apply", "nowhere.csv"]])
    func `66: a file that is not there`(_ words: [String]) async throws {
        let outcome = try await run(words)
        #expect(outcome.status == 66)
        #expect(outcome.err == "homeward: nowhere.csv: there is no such file\n")
    }

    @Test(arguments: [
        ["migrate"], ["site", "list"], ["verify"], ["rebuild"], ["cluster", "status"],
        ["report", "indicators", "--site", "x", "--from", "2025-01-01", "--to", "2025-12-31"],
    ])
    func `69: a command without a cluster names what starts one, and starts nothing`(_ words: [String]) async throws {
        try await Folder.lend { folder in
            let outcome = try await Child.run(words + ["--home", "h"], in: folder)
            #expect(outcome.status == 69)
            #expect(outcome.err.contains("homeward cluster start --home \(folder["h"])"))
            #expect(!folder.has("h"))
        }
    }

    @Test func `70: a rule of the database that the program did not expect`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.withAdministrator { pool in
                _ = try await pool.withConnection { connection in
                    try await connection.execute(
                        "ALTER TABLE site.site ADD CONSTRAINT never CHECK (name <> 'Invented Site')")
                }
            }
            try workplace.folder.write(
                "code: a\nname: Invented Site\njurisdiction: wales\ntimeZone: Europe/London\nteams: []\n", to: "a.yaml")
            let outcome = try await workplace.run(["site", "apply", "a.yaml"])
            #expect(outcome.status == 70)
            #expect(outcome.err.split(separator: "\n").count == 1)
            #expect(!outcome.err.contains("INSERT"))
        }
    }

    @Test func `73: a home where no folder can be made`() async throws {
        try await Folder.lend { folder in
            try folder.write("in the way", to: "file")
            let outcome = try await Child.run(["cluster", "start", "--home", "file/home"], in: folder)
            #expect(outcome.status == 73)
            #expect(outcome.err.contains(folder["file"]))
        }
    }

    @Test func `74: results that cannot be written`() async throws {
        try await Folder.lend { folder in
            let outcome = try await Child.run(["codes"], in: folder, output: "/dev/full")
            #expect(outcome.status == 74)
            #expect(outcome.err.contains("standard output cannot be written"))
        }
    }

    @Test func `75: others are in the way for too long`() async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try workplace.folder.write(Register.published.text, to: "register.csv")
            try workplace.folder.write("session:\n  lockLimit: 1\n", to: "settings.yaml")
            let words = ["import", "register", "register.csv", "--site", "north", "--config", "settings.yaml"]
            let outcome = try await workplace.hold(words) { try await $0.outcome() }.result
            #expect(outcome.status == 75)
            #expect(try await workplace.episodes() == 0)
        }
    }

    @Test func `77: a key that others may read`() async throws {
        try await Workplace.lend { workplace in
            let key = workplace.folder["home/keys/master.key"]
            chmod(key, 0o644)
            let outcome = try await workplace.run(["site", "list"])
            #expect(outcome.status == 77)
            #expect(outcome.err.contains(key))
        }
    }

    @Test func `78: a home without its keys`() async throws {
        try await Workplace.lend { workplace in
            let key = workplace.folder["home/keys/master.key"]
            unlink(key)
            for words in [["site", "list"], ["migrate"]] {
                let outcome = try await workplace.run(words)
                #expect(outcome.status == 78)
                #expect(outcome.err.contains(key))
            }
            #expect(!FileManager.default.fileExists(atPath: key), "new keys would hide that the old ones are lost")
        }
    }
}
