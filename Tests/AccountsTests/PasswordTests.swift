import Accounts
import CivilDate
import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

/// What may be a password, how it is kept, and what a flood of guesses costs.
@Suite struct PasswordTests {
    @Test func `15 to 128 characters of any kind are a password, and nothing is trimmed`() async throws {
        try await Door.with { door in
            let texts = [
                "   fifteen and spaces   ", String(repeating: "🐢", count: 15), "\tkein Kuchen für Äpfel\n",
                String(repeating: "z q ", count: 32), "ordinary words only", "'; -- \u{0} and a zero byte",
            ]
            for (number, text) in texts.enumerated() {
                try await door.account("a\(number)", password: text)
                let verdict = try await door.signIn.verify("a\(number)", text, from: Door.home, at: Door.start)
                #expect(verdict.opened != nil)
                for other in [text + " ", String(text.dropLast()), String(text.dropFirst())] {
                    let source = SourceAddress("198.51.100.\(number)")
                    let verdict = try await door.signIn.verify("a\(number)", other, from: source, at: Door.start)
                    #expect(verdict.isRefused)
                }
            }
        }
    }

    @Test(arguments: [14, 129]) func `a length outside is refused`(_ count: Int) {
        #expect(throws: count < 15 ? PasswordFault.tooShort : PasswordFault.tooLong) {
            try Password(String(repeating: "é", count: count))
        }
    }

    @Test func `what is kept is sealed, and under it a PHC string of scrypt with the cost that was asked for`()
        async throws
    {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let rows = try await Connection.withConnection(to: door.database.target()) { connection in
                try await connection.query("SELECT key_id, sealed FROM door.password")
            }
            let (key, bytes) = try #require(rows.first).decode(String.self, [UInt8].self)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("scrypt"))
            let row = withUnsafeBytes(of: (id.high.bigEndian, id.low.bigEndian)) { Array($0) } + Array("password".utf8)
            let sealed = Sealed(key: try #require(KeyID(key)), bytes: bytes)
            let phc = String(
                decoding: try door.vault.open(sealed, site: SiteID(0), purpose: .door, row: row), as: UTF8.self)
            #expect(phc.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
            #expect(phc.split(separator: "$").count == 4)
        }
    }

    @Test func `the cost by default is N = 2^17, r = 8, p = 1`() {
        #expect(HashCost.standard == HashCost(logRounds: 17, blockSize: 8, parallelism: 1))
        #expect(SignInSettings().cost == .standard)
    }

    @Test func `a password is hashed anew at the next sign-in when the cost rose`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let before = try await kept(in: door)
            _ = try await door.opened("jt-north")
            #expect(try await kept(in: door) == before)
            let dearer = SignIn(
                application: door.pool, vault: door.vault, desk: HashingDesk(),
                settings: SignInSettings(cost: HashCost(logRounds: 5), factorRoles: []))
            #expect(
                try await dearer.verify("jt-north", Door.password, from: Door.home, at: Door.start).opened != nil)
            let after = try await kept(in: door)
            #expect(after != before)
            #expect(try await door.opened("jt-north").stage == .full)
            #expect(try await kept(in: door) == after)
        }
    }

    @Test func `at most two hashes are computed at once, and a long queue is told to come again`() async throws {
        let desk = HashingDesk(atOnce: 2, longestQueue: 10)
        let vault = try await Door.with { $0.vault }
        let store = PasswordStore(vault: vault, desk: desk, cost: HashCost(logRounds: 12))
        let id = AccountID(high: 1, low: 1)
        let password = try Password(Door.password)
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask { (try? await store.prepare(password, of: id)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(await desk.peak == 2)
        #expect(done >= 12)
        #expect(done < 40)
    }

    @Test func `passwords, tokens, seeds and codes never print`() throws {
        let password = try Password(Door.password)
        let token = SessionToken.drawn()
        let seed = FactorSeed(Array("12345678901234567890".utf8))
        for text in [
            "\(password)", String(reflecting: password), "\(token)", String(reflecting: token), "\(seed)",
            String(reflecting: seed), "\(Door.home)", String(reflecting: Door.home),
        ] {
            #expect(text.contains("withheld"))
        }
        var dumped = ""
        dump([password as Any, token, seed, Door.home], to: &dumped)
        #expect(!dumped.contains("seven"))
        #expect(!dumped.contains(token.revealed()))
        #expect(!dumped.contains("192.0"))
    }

    private func kept(in door: Door) async throws -> [[UInt8]] {
        try await Connection.withConnection(to: door.database.target()) { connection in
            try await connection.query("SELECT sealed FROM door.password").column(0, as: [UInt8].self)
        }
    }
}
