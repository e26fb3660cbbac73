import Accounts
import CivilDate
import Intervention
import Postgres
import ScratchPostgres
import Testing

/// Signing in with a password, a second factor and one-time links.
@Suite struct SignInTests {
    private let start = Door.start

    @Test func `the right password opens, anything else is refused the same way`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            #expect(try await door.opened("jt-north").stage == .full)
            let attempts = [
                ("jt-north", Door.password + "!"), ("jt-north", ""), ("jt-north", String(repeating: "x", count: 500)),
                ("JT-NORTH", Door.password), ("no one", Door.password), ("nobody", "nobody has this password"),
                ("kb-south", Door.password), ("", ""),
            ]
            for (number, attempt) in attempts.enumerated() {
                let source = SourceAddress("198.51.100.\(number)")
                #expect(
                    try await door.signIn.verify(attempt.0, attempt.1, from: source, at: start).isRefused,
                    "\(attempt.0)")
            }
        }
    }

    @Test func `a closed account is refused with its own password`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            try await door.pool.transaction { try await door.directory.disable(id, at: start, in: $0) }
            #expect(try await door.signIn.verify("jt-north", Door.password, from: Door.home, at: start).isRefused)
        }
    }

    @Test func `with a second factor the password alone opens nothing but the question for it`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (seed, _) = try await door.factor(id)
            let opened = try await door.opened("jt-north")
            #expect(opened.stage == .factor)
            #expect(opened.device == nil)
            let waiting = try #require(try await door.use(opened.token, at: start))
            #expect(waiting.seat == nil)
            let now = start.after(seconds: 60)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            let verdict = try await door.signIn.factor(code, in: opened.token, at: now)
            let signedIn = try #require(verdict.opened)
            #expect(signedIn.stage == .full)
            #expect(signedIn.device != nil)
            #expect(try await door.use(opened.token, at: now) == nil)
            let session = try #require(try await door.use(signedIn.token, at: now))
            #expect(session.seat?.code.text == "jt-north")
            #expect(session.isSteppedUp(at: now.after(seconds: 599)))
            #expect(!session.isSteppedUp(at: now.after(seconds: 600)))
        }
    }

    @Test func `a role that needs a second factor opens setting one up and nothing else`() async throws {
        try await Door.with(settings: SignInSettings(cost: Door.cheap)) { door in
            let id = try await door.account("jt-north")
            try await Connection.withConnection(to: door.database.target()) { connection in
                _ = try await connection.query(
                    """
                    INSERT INTO door.network_grant (grant_id, account_id, role, from_day, granted_by, granted_at)
                    VALUES (gen_random_uuid(), \(UUIDBytes(high: id.high, low: id.low)), 'network-analyst',
                        '2026-01-01', 'operator', now())
                    """)
            }
            let opened = try await door.opened("jt-north")
            #expect(opened.stage == .enrolment)
            #expect(try await door.use(opened.token, at: start)?.seat == nil)
            let seed = try #require(try await door.signIn.draftFactor(in: opened.token, at: start))
            let wrong = try await door.signIn.confirmFactor("000000", in: opened.token, at: start)
            #expect(wrong.verdict.isRefused)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: start))
            let right = try await door.signIn.confirmFactor(code, in: opened.token, at: start)
            #expect(right.codes.count == 10)
            let token = try #require(right.verdict.opened?.token)
            #expect(try await door.use(token, at: start)?.grants.map(\.role) == [.networkAnalyst])
        }
    }

    @Test func `a session that waits for its factor lasts a quarter of an hour`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            _ = try await door.factor(id)
            let token = try await door.opened("jt-north").token
            #expect(try await door.use(token, at: start.after(seconds: 899)) != nil)
            #expect(try await door.use(token, at: start.after(seconds: 900)) == nil)
        }
    }

    @Test func `step-up takes a code, exchanges the token, and a wrong one leaves it as it was`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (seed, _) = try await door.factor(id)
            let first = try await door.opened("jt-north")
            var now = start.after(seconds: 60)
            var code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            let token = try #require(try await door.signIn.factor(code, in: first.token, at: now).opened?.token)
            now = now.after(seconds: 900)
            #expect(try await door.use(token, at: now)?.isSteppedUp(at: now) == false)
            #expect(try await door.signIn.stepUp(code, in: token, at: now).isRefused)
            code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            let next = try #require(try await door.signIn.stepUp(code, in: token, at: now).opened?.token)
            #expect(try await door.use(token, at: now) == nil)
            #expect(try await door.use(next, at: now)?.isSteppedUp(at: now) == true)
        }
    }

    @Test func `a change of rights asks for another token`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let token = try await door.opened("jt-north").token
            let now = start.after(seconds: 60)
            try await door.pool.transaction { try await Grants.changed(id, at: now, in: $0) }
            #expect(try await door.use(token, at: now)?.isStale == true)
            let next = try #require(
                try await door.pool.transaction { try await door.sessions.rotate(token, at: now, in: $0) })
            #expect(try await door.use(next, at: now)?.isStale == false)
        }
    }

    @Test func `a set-up link is used once, within a day, and lets choose a password alone`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let (_, codes) = try await door.factor(id)
            let refused = RefusedPasswords()
            let old = try await door.pool.transaction { try await Links.make(.setUp, for: id, at: start, in: $0) }
            let link = try await door.pool.transaction { try await Links.make(.setUp, for: id, at: start, in: $0) }
            #expect(try await door.signIn.use(old, at: start).isRefused)
            let late = start.after(seconds: 24 * 3600)
            #expect(try await door.signIn.use(link, at: late).isRefused)
            let opened = try #require(try await door.signIn.use(link, at: late.after(seconds: -1)).opened)
            #expect(opened.stage == .setUp)
            let now = late
            #expect(try await door.signIn.use(link, at: now).isRefused)
            #expect(try await door.use(opened.token, at: now)?.seat == nil)
            #expect(try await door.signIn.draftFactor(in: opened.token, at: now) == nil)
            let chosen = "another seven plain words nobody puts together"
            let verdict = try await door.signIn.setUp(chosen, in: opened.token, refusing: refused, at: now)
            // The second factor outlived the forgotten password.
            let next = try #require(verdict.opened)
            #expect(next.stage == .factor)
            #expect(try await door.signIn.factor(codes[0].revealed(), in: next.token, at: now).opened?.stage == .full)
            #expect(try await door.signIn.setUp(chosen, in: opened.token, refusing: refused, at: now).isRefused)
            let kinds = try await door.pool.transaction { try await Notices.unseen(by: id, in: $0) }.map(\.kind)
            #expect(kinds.contains(.linkMade))
            #expect(kinds.contains(.recoveryCodeUsed))
            #expect(kinds.contains(.passwordSet))
            #expect(kinds.contains(.factorSet))
        }
    }
}
