import Accounts
import CivilDate
import Postgres
import ScratchPostgres
import Testing
import Vault

/// Sessions: what a token opens, for how long, and what ends it.
@Suite struct SessionTests {
    private let start = Door.start

    @Test func `of a token only the SHA-256 is kept, and it is 256 bits`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let opened = try await door.opened("jt-north")
            #expect(opened.token.revealed().utf8.count == 43)
            let kept = try await Connection.withConnection(to: door.database.target()) { connection in
                try await connection.query("SELECT hash FROM door.session").column(0, as: [UInt8].self)
            }
            #expect(kept == [opened.token.hash.bytes])
            #expect(!String(reflecting: opened).contains(opened.token.revealed()))
        }
    }

    @Test func `a session ends when it is idle for half an hour, and each use begins the half hour anew`() async throws
    {
        try await Door.with { door in
            try await door.account("jt-north")
            let token = try await door.opened("jt-north").token
            var now = start
            for _ in 0..<3 {
                now = now.after(seconds: 29 * 60 + 59)
                let session = try #require(try await door.use(token, at: now))
                #expect(session.idleAt == now.after(seconds: 30 * 60))
                #expect(session.warnsAt == now.after(seconds: 25 * 60))
            }
            #expect(try await door.use(token, at: now.after(seconds: 30 * 60)) == nil)
        }
    }

    @Test func `a session ends after twelve hours however busy it is`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let token = try await door.opened("jt-north").token
            for minute in stride(from: Int64(20), to: 12 * 60, by: 20) {
                #expect(try await door.use(token, at: start.after(seconds: minute * 60)) != nil)
            }
            #expect(try await door.use(token, at: start.after(seconds: 12 * 3600)) == nil)
        }
    }

    @Test func `settings make both limits shorter and never longer`() {
        let limits = SessionLimits(idle: 600, whole: 7200)
        #expect(limits.idle == 600)
        #expect(limits.whole == 7200)
        let greedy = SessionLimits(idle: 86_400, whole: 999_999)
        #expect(greedy.idle == SessionLimits.longestIdle)
        #expect(greedy.whole == SessionLimits.longestWhole)
    }

    @Test func `an exchanged token opens nothing, the new one does, and the session stays the same`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let old = try await door.opened("jt-north").token
            let before = try #require(try await door.use(old, at: start))
            let new = try #require(
                try await door.pool.transaction { try await door.sessions.rotate(old, at: start, in: $0) })
            #expect(try await door.use(old, at: start) == nil)
            #expect(try await door.use(new, at: start)?.id == before.id)
            let again = try await door.pool.transaction { try await door.sessions.rotate(old, at: start, in: $0) }
            #expect(again == nil)
        }
    }

    @Test func `a token that somebody brought along is never the one that is signed in`() async throws {
        try await Door.with { door in
            try await door.account("jt-north")
            let planted = SessionToken.drawn()
            #expect(try await door.use(planted, at: start) == nil)
            let opened = try await door.opened("jt-north")
            #expect(opened.token != planted)
            #expect(try await door.use(planted, at: start) == nil)
        }
    }

    @Test(arguments: ["sign-out", "disable", "password", "all"])
    func `what ends sessions ends them at the next use`(_ way: String) async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let others = try await door.account("kb-north")
            let (first, second) = (try await door.opened("jt-north").token, try await door.opened("jt-north").token)
            let foreign = try await door.opened("kb-north").token
            let now = start.after(seconds: 60)
            let prepared = try await door.passwords.prepare(try Password(Door.password + " again"), of: id)
            try await door.pool.transaction { transaction in
                switch way {
                case "sign-out": try await door.sessions.end(first, at: now, in: transaction)
                case "disable": try await door.directory.disable(id, at: now, in: transaction)
                case "password": try await door.passwords.set(prepared, at: now, in: transaction)
                default: _ = try await door.sessions.endAll(of: id, at: now, in: transaction)
                }
            }
            #expect(try await door.use(first, at: now) == nil)
            // Signing out ends the one session; everything else ends all of the account and none of another's.
            #expect(try await (door.use(second, at: now) != nil) == (way == "sign-out"))
            #expect(try await door.use(foreign, at: now)?.account == others)
        }
    }

    @Test func `an account that was enabled again has none of its old sessions`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let token = try await door.opened("jt-north").token
            try await door.pool.transaction { transaction in
                try await door.directory.disable(id, at: start, in: transaction)
                try await door.directory.enable(id, at: start, in: transaction)
            }
            #expect(try await door.use(token, at: start) == nil)
            #expect(try await door.opened("jt-north").stage == .full)
        }
    }

    @Test func `somebody lists and ends their own sessions and nobody else's`() async throws {
        try await Door.with { door in
            let mine = try await door.account("jt-north")
            let theirs = try await door.account("kb-north")
            let token = try await door.opened("jt-north").token
            _ = try await door.opened("jt-north", at: start.after(seconds: 1))
            _ = try await door.opened("kb-north")
            let now = start.after(seconds: 2)
            try await door.pool.transaction { transaction in
                let list = try await door.sessions.list(of: mine, at: now, in: transaction)
                #expect(list.count == 2)
                #expect(try await door.sessions.end(list[0].id, of: theirs, at: now, in: transaction) == false)
                #expect(try await door.sessions.end(list[0].id, of: mine, at: now, in: transaction))
                #expect(try await door.sessions.list(of: mine, at: now, in: transaction).map(\.id) == [list[1].id])
            }
            #expect(try await door.use(token, at: now) == nil)
        }
    }

    @Test(arguments: [
        "", "a", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 42) + "=", String(repeating: "A", count: 42) + "B",
        "é" + String(repeating: "A", count: 41),
    ])
    func `what is no token is refused before the database is asked`(_ text: String) {
        #expect(SessionToken(text) == nil)
    }

    @Test func `a token is read as it was written`() {
        for _ in 0..<200 {
            let token = SessionToken.drawn()
            #expect(SessionToken(token.revealed()) == token)
        }
    }
}
