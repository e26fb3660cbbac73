import Postgres
import Testing

/// `--for`: a command gives what the account may have, whichever command it is.
struct NarrowingTests {
    private static let days = ["--site", "north", "--from", "2015-01-01", "--to", "2015-12-31"]

    /// Commands that read, as the operator would ask for a site in full.
    private static let reading: [[String]] = [
        ["episode", "show", "E1", "--site", "north"], ["duties", "--site", "north"],
        ["measure", "show", "--site", "north", "--team", "mst"], ["jobs", "list", "--site", "north"],
        ["verify", "--site", "north"], ["site", "show", "north"], ["site", "export", "north"],
        ["site", "diff", "north.yaml"], ["instrument", "list", "--site", "north"],
        ["report", "indicators"] + days, ["report", "care-days"] + days, ["report", "referrals"] + days,
        ["report", "adherence"] + days, ["pipeline", "list"], ["retention", "list", "--site", "north"],
        ["account", "list", "--site", "north"], ["account", "show", "officer", "--site", "north"],
        ["account", "sessions", "officer", "--site", "north"],
        ["account", "token", "list", "officer", "--site", "north"],
        ["keys", "status"], ["screen", "--site", "north", "--questions"],
    ]

    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.applySite("south")
            var register = Register()
            register.add("completed", atHome: true, inSchool: true, noArrests: true)
            try workplace.folder.write(register.text, to: "register.csv")
            try await workplace.demand(["import", "register", "register.csv", "--site", "north"])
            for (code, site, role) in [
                ("caller", "south", "site-manager"), ("officer", "north", "information-governance-officer"),
                ("admin", "north", "administrator"),
            ] {
                try await workplace.demand(["account", "create", code, "--site", site, "--role", role])
            }
            try await body(workplace)
        }
    }

    @Test func `for an account of another site every command that reads gives nothing`() async throws {
        try await lend { workplace in
            for words in Self.reading {
                try await workplace.demand(words)
                let narrowed = try await workplace.run(words + ["--for", "caller"])
                #expect(narrowed.status != 0, "\(words)")
                #expect(narrowed.out.isEmpty, "\(words): \(narrowed.out)")
            }
        }
    }

    @Test func `an administrator gets the settings and no family, an officer the retention and no settings to change`()
        async throws
    {
        try await lend { workplace in
            for words in [["site", "show", "north"], ["account", "list", "--site", "north"]] {
                try await workplace.demand(words + ["--for", "admin"])
            }
            let child = try await workplace.ask("SELECT child_id::text FROM record.child")
            let pack = ["subject-access", child, "--site", "north", "--to"]
            let families = [
                ["episode", "show", "E1", "--site", "north"], ["duties", "--site", "north"],
                ["report", "indicators"] + Self.days,
                ["retention", "list", "--site", "north"], pack + ["given"],
            ]
            for words in families {
                let refused = try await workplace.run(words + ["--for", "admin"])
                #expect(refused.status == 77, "\(words): \(refused.err)")
                #expect(refused.out.isEmpty, "\(words)")
            }
            for words in [["retention", "list", "--site", "north"], pack + ["pack"]] {
                try await workplace.demand(words + ["--for", "officer"])
            }
            #expect(try await workplace.run(["site", "apply", "north.yaml", "--for", "officer"]).status == 77)
        }
    }
}
