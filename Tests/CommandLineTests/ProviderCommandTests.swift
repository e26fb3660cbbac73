import Glibc
import Postgres
import Testing

/// `homeward provider`.
struct ProviderCommandTests {
    private static let add = [
        "provider", "add", "trust", "--site", "north", "--issuer", "https://id.example.org", "--client-id", "homeward",
    ]

    private func lend(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.lend { workplace in
            try await workplace.applySite()
            try await workplace.demand(["account", "create", "admin", "--site", "north", "--role", "administrator"])
            try await body(workplace)
        }
    }

    private func secretFile(_ workplace: Workplace, mode: mode_t) throws -> String {
        try workplace.folder.write("s3cret-of-the-client\n", to: "secret")
        chmod(workplace.folder["secret"], mode)
        return "secret"
    }

    /// How many looks at managing accounts there are, by whom.
    private func looks(of actor: String, in workplace: Workplace) async throws -> Int {
        try await workplace.withAdministrator { pool in
            try await pool.withConnection { connection in
                try await connection.query(
                    "SELECT count(*) FROM access.look WHERE action = 'accounts.manage' AND actor = \(actor)"
                ).column(0, as: Int.self)[0]
            }
        }
    }

    @Test func `a provider is added, listed and removed, each entering the access log, and its secret shows nowhere`()
        async throws
    {
        try await lend { workplace in
            let before = try await looks(of: "operator", in: workplace)
            let secret = try secretFile(workplace, mode: 0o600)
            let added = try await workplace.demand(Self.add + ["--secret-file", secret])
            #expect(added.out == "provider trust: added to north\n")
            #expect(try await looks(of: "operator", in: workplace) == before + 1)
            let again = try await workplace.run(Self.add)
            #expect(again.status == 65)
            #expect(again.err.contains("choose another code"))
            let listed = try await workplace.demand(["provider", "list", "--site", "north", "--format", "json"])
            #expect(listed.out.contains("\"issuer\": \"https://id.example.org\""))
            #expect(listed.out.contains("\"hasSecret\": true"))
            #expect(!(added.out + added.err + listed.out + listed.err).contains("s3cret"))
            let words = ["provider", "remove", "trust", "--site", "north"]
            try await workplace.demand(words)
            #expect(try await looks(of: "operator", in: workplace) == before + 2)
            #expect(try await workplace.run(words).status == 65)
        }
    }

    @Test func `a secret that others may read, an issuer without TLS and a secret among the arguments are refused`()
        async throws
    {
        try await lend { workplace in
            let open = try await workplace.run(Self.add + ["--secret-file", try secretFile(workplace, mode: 0o640)])
            #expect(open.status == 77)
            #expect(open.err.contains("secret: others than its owner may read or change it"))
            #expect(try await workplace.run(Self.add + ["--secret", "s3cret"]).status == 64)
            #expect(try await workplace.run(Self.add + ["--secret-stdin"]).status == 66)
            let plain = Self.add.map { $0.replacing("https:", with: "http:") }
            let refused = try await workplace.run(plain)
            #expect(refused.status == 64)
            #expect(refused.err.contains("begins with https://"))
            #expect(try await workplace.demand(["provider", "list", "--site", "north"]).out == "")
        }
    }

    @Test func `an account is linked once, only at its own site, and its subject stands nowhere`() async throws {
        try await lend { workplace in
            try await workplace.applySite("south")
            try await workplace.demand([
                "account", "create", "sam", "--site", "south", "--role", "information-governance-officer",
            ])
            try await workplace.demand(Self.add)
            try workplace.folder.write("subject-of-admin\n", to: "subject")
            chmod(workplace.folder["subject"], 0o600)
            let end = ["--provider", "trust", "--site", "north"]
            let file = ["--subject-file", "subject"]
            try await workplace.demand(["provider", "link", "admin"] + end + file)
            #expect(try await workplace.run(["provider", "link", "admin"] + end + file).status == 65)
            // Of another site's account no more is said than of one that is not there.
            let elsewhere = try await workplace.run(["provider", "link", "sam"] + end + file)
            let nobody = try await workplace.run(["provider", "link", "ann"] + end + file)
            #expect(elsewhere.status == 65)
            #expect(elsewhere.err.replacing("sam", with: "") == nobody.err.replacing("ann", with: ""))
            let listed = try await workplace.demand(["provider", "list", "--site", "north", "--format", "json"]).out
            #expect(listed.contains("\"accounts\": 1"))
            try await workplace.demand(["provider", "unlink", "admin"] + end)
            let twice = try await workplace.run(["provider", "unlink", "admin"] + end)
            #expect(twice.status == 65)
            #expect(twice.err.contains("not linked"))
        }
    }

    @Test func `who may not manage accounts adds no provider, and the refusal is written down`() async throws {
        try await lend { workplace in
            try await workplace.demand([
                "account", "create", "gov", "--site", "north", "--role", "information-governance-officer",
            ])
            let refused = try await workplace.run(Self.add + ["--for", "gov"])
            #expect(refused.status == 77)
            #expect(try await looks(of: "gov", in: workplace) == 1)
            #expect(try await workplace.demand(["provider", "list", "--site", "north"]).out == "")
        }
    }
}
