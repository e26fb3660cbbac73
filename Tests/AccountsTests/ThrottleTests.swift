import Accounts
import CivilDate
import Intervention
import ScratchPostgres
import Testing

/// Guessing is slowed down, and nobody else is.
@Suite struct ThrottleTests {
    private let start = Door.start

    @Test func `five failures cost nothing, then one second doubles to a quarter of an hour`() {
        let rule = ThrottleRule()
        let waits = (1...18).map { rule.wait(after: $0, capped: true) }
        #expect(waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900])
        #expect(rule.wait(after: 100, capped: true) == 86_400)
        #expect(rule.wait(after: 1_000_000, capped: false) == 900)
    }

    @Test func `of ten thousand guesses in a day at most 100 are looked at, and the owner's own browser gets in`()
        async throws
    {
        try await Door.with { door in
            try await door.account("jt-north")
            let device = try #require(try await door.opened("jt-north").device)
            var looked = 0
            for guess in 0..<10_000 {
                let now = start.after(seconds: Int64(guess) * 86_400 / 10_000)
                // From ever other places, as a botnet does it.
                let source = SourceAddress("203.0.\(guess / 250).\(guess % 250)")
                let verdict = try await door.signIn.verify(
                    "jt-north", "a wrong guess \(guess) of many", from: source, at: now)
                if verdict.isRefused { looked += 1 }
                if guess == 5_000 {
                    let mine = try await door.signIn.verify(
                        "jt-north", Door.password, from: Door.home, device: device, at: now)
                    #expect(mine.opened?.stage == .full)
                    #expect(mine.opened?.device == nil)
                }
            }
            #expect(looked <= 100)
            #expect(looked >= 90)
            // It is no lock: a day later one more guess is looked at, and the right one opens.
            let later = start.after(seconds: 2 * 86_400)
            #expect(
                try await door.signIn.verify("jt-north", Door.password, from: Door.home, at: later).opened != nil)
            #expect(
                try await door.signIn.verify("jt-north", "a wrong guess again", from: Door.home, at: later).isRefused)
        }
    }

    @Test func `one address that guesses at many accounts is slowed down, and others are not`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let attacker = SourceAddress("203.0.113.9")
            var looked = 0
            for guess in 0..<50 {
                let verdict = try await door.signIn.verify("guess\(guess)", Door.password, from: attacker, at: start)
                if verdict.isRefused { looked += 1 }
            }
            #expect(looked == 5)
            #expect(try await door.signIn.verify("jt-north", Door.password, from: attacker, at: start).wait != nil)
            #expect(try await door.opened("jt-north").stage == .full)
        }
    }

    @Test func `an account of one's own between two guesses does not clear the address`() async throws {
        try await Door.with { door in
            try await door.account("mallory")
            let attacker = SourceAddress("203.0.113.9")
            var looked = 0
            for guess in 0..<30 {
                if try await door.signIn.verify("guess\(guess)", Door.password, from: attacker, at: start).isRefused {
                    looked += 1
                }
                _ = try await door.signIn.verify("mallory", Door.password, from: attacker, at: start)
            }
            #expect(looked == 5)
        }
    }

    @Test func `an account that there is not is slowed down like one that there is`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            var waits: [[Instant?]] = []
            for code in ["jt-north", "kb-south"] {
                var answers: [Instant?] = []
                for guess in 0..<9 {
                    let source = SourceAddress("203.0.\(code.utf8.count).\(guess + (code == "kb-south" ? 100 : 0))")
                    answers.append(
                        try await door.signIn.verify(code, "a wrong guess of many", from: source, at: start).wait)
                }
                waits.append(answers)
            }
            #expect(waits[0] == waits[1])
            #expect(waits[0].last == start.after(seconds: 1))
        }
    }

    @Test func `a thousand guesses made at once are counted one by one`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let looked = try await withThrowingTaskGroup(of: Bool.self) { group in
                for guess in 0..<200 {
                    group.addTask {
                        let source = SourceAddress("203.0.113.\(guess)")
                        return try await door.signIn.verify(
                            "jt-north", "a wrong guess \(guess) of many", from: source, at: start
                        ).isRefused
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(looked == 5)
        }
    }

    @Test func `guessing the second factor is slowed down, and the owner's own browser is not`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let device = try #require(try await door.opened("jt-north").device)
            let (seed, _) = try await door.factor(id)
            let token = try await door.opened("jt-north").token
            var looked = 0
            for _ in 0..<200 where try await door.signIn.factor("000000", in: token, at: start).isRefused {
                looked += 1
            }
            #expect(looked == 5)
            let now = start.after(seconds: 60)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            let mine = try #require(
                try await door.signIn.verify("jt-north", Door.password, from: Door.home, device: device, at: now).opened
            )
            #expect(try await door.signIn.factor(code, in: mine.token, device: device, at: now).opened?.stage == .full)
        }
    }

    @Test func `addresses of one household count as one, and of two as two`() {
        #expect(SourceAddress("2001:db8:1:2::1") == SourceAddress("2001:db8:1:2:ffff::9"))
        #expect(SourceAddress("2001:db8:1:2::1") != SourceAddress("2001:db8:1:3::1"))
        #expect(SourceAddress("192.0.2.1") != SourceAddress("192.0.2.2"))
        #expect(SourceAddress("::ffff:192.0.2.1") == SourceAddress("192.0.2.1"))
    }
}
