import Postgres
import Testing

/// `homeward account`.
struct AccountCommandTests {
    /// A site with two members of staff.
    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try workplace.folder.write(
                """
                code: north
                name: Invented Site
                jurisdiction: england
                timeZone: Europe/London
                licence: {holder: Invented Trust, from: 2010-01-01, until: 2099-12-31, readinessReview: 2009-11-02}
                teams:
                  - code: mst
                    model: mst
                    startedOn: 2010-01-04
                    staff:
                      - {code: T-101, role: therapist, fte: 1, from: 2010-01-04}
                      - {code: S-101, role: supervisor, fte: 1, from: 2010-01-04}
                """, to: "north.yaml")
            try await workplace.demand(["site", "apply", "north.yaml"])
            try await body(workplace)
        }
    }

    private func count(_ query: String, in workplace: Workplace) async throws -> Int {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                switch query {
                case "links": try await connection.query("SELECT count(*) FROM door.link").column(0, as: Int.self)[0]
                case "open links":
                    try await connection.query("SELECT count(*) FROM door.link WHERE used_at IS NULL")
                        .column(0, as: Int.self)[0]
                default: try await connection.query("SELECT count(*) FROM access.look").column(0, as: Int.self)[0]
                }
            }
        }
    }

    @Test func `the first administrator is made with a link that is printed once and kept as a hash`() async throws {
        try await lend { workplace in
            let made = try await workplace.demand(
                ["account", "create", "admin", "--site", "north", "--role", "administrator"])
            let link = try #require(made.out.split(separator: "\n").first)
            #expect(link.hasPrefix("http://127.0.0.1:8080/sign-in/link/"))
            let token = try #require(link.split(separator: "/").last)
            #expect(token.utf8.count == 43)
            #expect(!made.err.contains(token))
            let listed = try await workplace.demand(["account", "list", "--site", "north"])
            #expect(listed.out.contains("admin"))
            #expect(listed.out.contains("no password yet"))
            #expect(listed.out.contains("administrator"))
            let again = try await workplace.run(["account", "create", "admin", "--site", "north"])
            #expect(again.status == 65)
            #expect(again.err.contains("there is an account admin already"))
            #expect(try await count("looks", in: workplace) >= 3)
        }
    }

    @Test func `roles are given by the site's file, taken back, and covered between two days`() async throws {
        try await lend { workplace in
            let grant = ["--site", "north", "--role", "therapist", "--team", "mst", "--staff"]
            let unknown = try await workplace.run(["account", "create", "jt"] + grant + ["T-102"])
            #expect(unknown.status == 65)
            #expect(unknown.err.contains("the site's file names nobody of the code T-102; the nearest is T-101"))
            try await workplace.demand(["account", "create", "jt"] + grant + ["T-101"])
            try await workplace.demand(
                ["account", "create", "sv", "--site", "north", "--role", "supervisor", "--staff", "S-101"])
            let cover = [
                "account", "cover", "sv", "--site", "north", "--from", "2026-08-03", "--through", "2026-08-14",
            ]
            let nobody = try await workplace.run(cover + ["--staff", "T-999"])
            #expect(nobody.status == 65)
            #expect(nobody.err.contains("nothing to cover"))
            let past = try await workplace.run(cover + ["--staff", "T-101"])
            // The grant that is to be covered begins today, after those days.
            #expect(past.status == 65)
            let later = ["--from", "2031-08-03", "--through", "2031-08-14"]
            let covering = ["account", "cover", "sv", "--site", "north", "--staff", "T-101"] + later
            let dry = try await workplace.demand(covering + ["--dry-run"])
            #expect(dry.out.contains("would stand in for T-101"))
            let supervisor = try await workplace.demand(["account", "show", "sv", "--site", "north"]).out
            #expect(!supervisor.contains("for T-101"))
            try await workplace.demand(covering)
            let shown = try await workplace.demand(["account", "show", "sv", "--site", "north"])
            #expect(shown.out.contains("2031-08-03  through 2031-08-14  therapist as S-101 for T-101, one team\n"))
            try await workplace.demand(["account", "revoke", "sv", "--site", "north", "--role", "supervisor"])
            let twice = try await workplace.run(["account", "revoke", "sv", "--site", "north", "--role", "supervisor"])
            #expect(twice.status == 65)
            let elsewhere = try await workplace.run(["account", "grant", "sv", "--role", "therapist"])
            #expect(elsewhere.err.contains("say which with --site"))
            let network = try await workplace.run([
                "account", "grant", "sv", "--site", "north", "--role", "commissioner",
            ])
            #expect(network.err.contains("leave --site out"))
            try await workplace.demand(["account", "grant", "sv", "--role", "network-analyst"])
        }
    }

    @Test func `an account of one site is not there at another`() async throws {
        try await lend { workplace in
            try await workplace.applySite("south")
            try await workplace.demand(["account", "create", "admin", "--site", "north", "--role", "administrator"])
            for words in [["show"], ["disable"], ["link"], ["end-sessions"], ["grant", "--role", "administrator"]] {
                let other = try await workplace.run(
                    ["account", words[0], "admin", "--site", "south"] + words.dropFirst())
                let none = try await workplace.run(
                    ["account", words[0], "nobody-here", "--site", "south"] + words.dropFirst())
                #expect(other.status == 65, "\(words)")
                #expect(
                    other.err.replacing("admin", with: "") == none.err.replacing("nobody-here", with: ""), "\(words)")
            }
        }
    }

    @Test func `links, tokens and closing`() async throws {
        try await lend { workplace in
            let place = ["--site", "north"]
            try await workplace.demand(["account", "create", "admin", "--role", "administrator"] + place)
            try await workplace.demand(["account", "link", "admin", "--hours", "2"] + place)
            #expect(try await count("links", in: workplace) == 2)
            #expect(try await count("open links", in: workplace) == 1)
            let other = try await workplace.demand(["account", "link", "admin", "--lost-factor"] + place)
            #expect(other.out.contains("/sign-in/link/"))
            // The link for a password that was still open went with it: no two links replace both.
            #expect(try await count("links", in: workplace) == 3)
            #expect(try await count("open links", in: workplace) == 1)
            let make = ["account", "token", "create", "admin", "--label", "map", "--days", "7"] + place
            let token = try await workplace.demand(make + ["--action", "site.show"]).out
            #expect(token.hasPrefix("hw_"))
            let barred = try await workplace.run(make + ["--action", "accounts.manage"])
            #expect(barred.status == 64)
            let listed = try await workplace.demand(["account", "token", "list", "admin"] + place).out
            #expect(listed.contains("map"))
            #expect(!listed.contains(token.dropFirst(10).prefix(20)))
            let prefix = String(token.prefix(9))
            try await workplace.demand(["account", "token", "revoke", "admin", "--prefix", prefix] + place)
            #expect(
                try await workplace.run(["account", "token", "revoke", "admin", "--prefix", prefix] + place).status
                    == 65)
            let dry = try await workplace.demand(["account", "disable", "admin", "--dry-run"] + place)
            #expect(dry.out == "account admin: would be disabled, sessions that would end: 0\n")
            #expect(try await !workplace.demand(["account", "list"] + place).out.contains("disabled"))
            let given = ["account", "grant", "admin", "--role", "site-manager"] + place
            #expect(try await workplace.demand(given + ["--dry-run"]).out.contains("would get the role site-manager"))
            #expect(try await !workplace.demand(["account", "show", "admin"] + place).out.contains("site-manager"))
            try await workplace.demand(["account", "disable", "admin"] + place)
            #expect(try await count("open links", in: workplace) == 0)
            #expect(try await workplace.demand(["account", "list"] + place).out.contains("disabled"))
            try await workplace.demand(["account", "enable", "admin"] + place)
            #expect(try await workplace.demand(["account", "sessions", "admin"] + place).out.contains("stage"))
            #expect(try await workplace.demand(["account", "end-sessions", "admin"] + place).out.contains("ended 0"))
        }
    }

    @Test func `a password comes from standard input and nowhere else`() async throws {
        try await lend { workplace in
            try await workplace.demand(["account", "create", "admin", "--site", "north", "--role", "administrator"])
            let empty = try await workplace.run(["account", "password", "admin"])
            #expect(empty.status == 66)
            try workplace.folder.write("inventedcouncil2026\n", to: "new")
            for (words, status): (String, Int32) in [("inventedcouncil,other", 65), ("other", 0)] {
                let outcome = try await Child.run(
                    ["account", "password", "admin"], in: workplace.folder,
                    environment: workplace.environment.merging(["HOMEWARD_SIGN_IN_WORDS": words]) { $1 },
                    input: workplace.folder["new"])
                #expect(outcome.status == status, "\(outcome.err)")
                #expect(!outcome.err.contains("inventedcouncil2026"))
            }
            let young = try await workplace.run(["account", "link", "admin", "--lost-factor", "--site", "north"])
            #expect(young.status == 65)
            #expect(young.err.contains("cannot be replaced yet"))
            let typed = try await workplace.run(["account", "password", "admin", "seven plain words of mine"])
            #expect(typed.status == 64)
        }
    }
}
