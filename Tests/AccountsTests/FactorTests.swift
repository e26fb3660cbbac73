import Accounts
import CivilDate
import Intervention
import Postgres
import ScratchPostgres
import Subprocess
import Testing
import Vault

/// Second factors: each code once, by the server's clock, as every other implementation computes it.
@Suite struct FactorTests {
    private let start = Door.start

    @Test func `ten thousand codes are those of oathtool`() async throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            let seed = FactorSeed((0..<Int.random(in: 10...64, using: &random)).map { _ in UInt8.random(in: 0...255) })
            let first = Int64.random(in: 0...4_000_000_000, using: &random)
            // One call answers with the codes of a hundred steps in a row.
            let run = try await Subprocess.run(
                .name("oathtool"),
                arguments: [
                    "--totp", "--base32", "--window=99", "--now=@\(first)", seed.revealed(),
                ], output: .string(limit: 65_536), error: .string(limit: 65_536))
            let theirs = run.standardOutput.split(whereSeparator: \.isNewline).map(String.init)
            let step = OneTimeCode.step(at: Instant(microseconds: first * 1_000_000))
            let ours = (0..<100).map { OneTimeCode.code(seed: seed, step: step + Int64($0)) }
            try #require(theirs == ours, "\(run.standardError)")
        }
    }

    @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] as [(Int64, String)])
    func `the codes are those of RFC 6238`(_ seconds: Int64, _ code: String) {
        let seed = FactorSeed(Array("12345678901234567890".utf8))
        let step = OneTimeCode.step(at: Instant(microseconds: seconds * 1_000_000))
        #expect(OneTimeCode.code(seed: seed, step: step) == code)
    }

    @Test func `a code is taken in its own step and the one after, and once`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (seed, _) = try await door.factor(id)
            let step = OneTimeCode.step(at: start) + 10
            let code = OneTimeCode.code(seed: seed, step: step)
            for (offset, isTaken) in [(-1, false), (2, false), (1, true), (1, false), (0, false)] as [(Int64, Bool)] {
                let now = Instant(microseconds: (step + offset) * 30_000_000)
                #expect(try await verify(code, of: id, at: now, door) == isTaken, "\(offset)")
            }
        }
    }

    @Test func `after a code no earlier one is taken`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (seed, _) = try await door.factor(id)
            let now = start.after(seconds: 300)
            let step = OneTimeCode.step(at: now)
            #expect(try await verify(OneTimeCode.code(seed: seed, step: step), of: id, at: now, door))
            #expect(try await !verify(OneTimeCode.code(seed: seed, step: step - 1), of: id, at: now, door))
        }
    }

    @Test func `of two who send the same code at once one is let in`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (seed, _) = try await door.factor(id)
            let now = start.after(seconds: 300)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 { group.addTask { try await verify(code, of: id, at: now, door) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(taken == 1)
        }
    }

    @Test func `ten recovery codes are taken once each, however they are typed`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let other = try await door.account("kb-north")
            let (_, codes) = try await door.factor(id)
            #expect(Set(codes).count == 10)
            for (number, code) in codes.enumerated() {
                let text = number % 2 == 0 ? code.revealed() : code.revealed().lowercased().filter { $0 != "-" }
                #expect(try await !verify(text, of: other, at: start, door))
                #expect(try await verify(text, of: id, at: start, door))
                #expect(try await !verify(text, of: id, at: start, door))
            }
        }
    }

    @Test func `new recovery codes put the old ones out of force`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (_, old) = try await door.factor(id)
            let new = try await door.pool.transaction { try await door.factors.renewCodes(of: id, at: start, in: $0) }
            #expect(try await !verify(old[0].revealed(), of: id, at: start, door))
            #expect(try await verify(new[0].revealed(), of: id, at: start, door))
        }
    }

    @Test func `the factor in force stays until another one is confirmed`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (old, _) = try await door.factor(id)
            let now = start.after(seconds: 300)
            let step = OneTimeCode.step(at: now)
            let new = try await door.pool.transaction { try await door.factors.draft(id, at: now, in: $0) }
            #expect(try await !verify(OneTimeCode.code(seed: new, step: step), of: id, at: now, door))
            #expect(try await verify(OneTimeCode.code(seed: old, step: step), of: id, at: now, door))
            let later = now.after(seconds: 60)
            let code = OneTimeCode.code(seed: new, step: step + 2)
            _ = try await door.pool.transaction { try await door.factors.confirm(code, of: id, at: later, in: $0) }
            // The code that confirmed it is used up.
            #expect(try await !verify(code, of: id, at: later, door))
            let last = later.after(seconds: 60)
            #expect(try await !verify(OneTimeCode.code(seed: old, step: step + 4), of: id, at: last, door))
            #expect(try await verify(OneTimeCode.code(seed: new, step: step + 4), of: id, at: last, door))
        }
    }

    @Test func `a seed that was put into another account's row does not open`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let other = try await door.account("kb-north")
            _ = try await door.factor(id)
            _ = try await door.factor(other)
            try await Connection.withConnection(to: door.database.target()) { connection in
                _ = try await connection.query(
                    """
                    UPDATE door.factor AS f SET sealed = g.sealed FROM door.factor AS g
                    WHERE f.account_id <> g.account_id
                    """)
            }
            await #expect(throws: VaultFault.self) { _ = try await verify("123456", of: id, at: start, door) }
        }
    }

    private func verify(_ text: String, of id: AccountID, at now: Instant, _ door: Door) async throws -> Bool {
        try await door.pool.transaction { try await door.factors.verify(text, of: id, at: now, in: $0) }
    }
}
