import Accounts
import CivilDate
import Intervention
import Postgres
import ScratchPostgres
import Testing

/// Tokens of the API: what they open, for how long, and what ends them.
@Suite struct TokenTests {
    private let start = Door.start

    private func make(
        _ door: Door, _ id: AccountID, _ actions: Set<Action>, days: Int = 30
    ) async throws
        -> InterfaceToken
    {
        let label = try #require(AccountCode("script"))
        return try await door.pool.transaction {
            try await Tokens.make(label, for: id, actions: actions, days: days, at: start, in: $0)
        }
    }

    private func use(_ token: InterfaceToken, at now: Instant, _ door: Door) async throws -> Asker.Seat? {
        try await door.pool.transaction { try await Tokens.use(token, at: now, in: $0) }
    }

    @Test func `a token opens its own actions until it expires, and is kept as a hash`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let token = try await make(door, id, [.showSite, .report])
            let presented = try #require(InterfaceToken(token.revealed()))
            let seat = try #require(try await use(presented, at: start, door))
            #expect(seat.only == [.showSite, .report])
            #expect(seat.way == .token)
            #expect(seat.account == id)
            #expect(try await use(token, at: start.after(seconds: 30 * 86_400 - 1), door) != nil)
            #expect(try await use(token, at: start.after(seconds: 30 * 86_400), door) == nil)
            let kept = try await Connection.withConnection(to: door.database.target()) { connection in
                try await connection.query("SELECT row_to_json(t)::text FROM door.token AS t").column(
                    0, as: String.self)
            }
            let secret = try #require(token.revealed().split(separator: "_").last)
            #expect(kept.allSatisfy { !$0.contains(secret) })
            #expect(kept.allSatisfy { $0.contains(token.prefix) })
            #expect(!"\(token)".contains(secret))
        }
    }

    @Test func `taking back, disabling the account, and another account's prefix`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            let other = try await door.account("kb-north")
            let (first, second) = (try await make(door, id, [.showSite]), try await make(door, id, [.showSite]))
            let revoked = try await door.pool.transaction { transaction in
                [
                    try await Tokens.revoke(first.prefix, of: other, at: start, in: transaction),
                    try await Tokens.revoke(first.prefix, of: id, at: start, in: transaction),
                    try await Tokens.revoke(first.prefix, of: id, at: start, in: transaction),
                ]
            }
            #expect(revoked == [false, true, false])
            #expect(try await use(first, at: start, door) == nil)
            #expect(try await use(second, at: start, door) != nil)
            try await door.pool.transaction { try await door.directory.disable(id, at: start, in: $0) }
            #expect(try await use(second, at: start, door) == nil)
        }
    }

    @Test func `no token manages accounts, exports the record or holds for more than a year`() async throws {
        try await Door.with { door in
            let id = try await door.account("jt-north")
            for action in Action.allCases where Policy.traits(of: action).needsStepUp {
                await #expect(throws: TokenFault.notForPrograms(action)) { _ = try await make(door, id, [action]) }
            }
            await #expect(throws: TokenFault.tooLong) { _ = try await make(door, id, [.showSite], days: 366) }
            await #expect(throws: TokenFault.noActions) { _ = try await make(door, id, []) }
        }
    }

    @Test(arguments: ["", "hw_", "hw_abcdef_", "hw_abcdef_" + String(repeating: "B", count: 43), "HW_abcdef_"])
    func `what is no token is refused before the database is asked`(_ text: String) {
        #expect(InterfaceToken(text) == nil)
    }
}
