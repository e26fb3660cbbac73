import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import ScratchPostgres
import Testing
import Vault

/// Opening a record in an emergency.
@Suite struct GlassTests {
    private static let account = AccountID(high: 7, low: 7)
    private static let episode = EpisodeID(high: 3, low: 3)
    private static let opened = Instant(microseconds: 1_000_000)

    /// A site, and an account that the door knows.
    private func lend(_ body: (FixtureWorld, FixtureSite, AccountCode) async throws -> Void) async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let code = try #require(AccountCode("jt-north"))
            let target = ConnectionTarget(conninfo: world.database.conninfo())
            try await Connection.withConnection(to: target) { connection in
                _ = try await connection.query(
                    """
                    INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                    VALUES (\(UUIDBytes(high: 7, low: 7)), 'jt-north', 'k1', decode(repeat('ab', 40), 'hex'),
                        \(Self.opened))
                    """)
            }
            try await body(world, site, code)
        }
    }

    private func open(
        _ code: AccountCode, _ world: FixtureWorld, _ site: FixtureSite, looking action: Action?, hours: Int = 4
    ) async throws {
        try await world.transaction(in: site) { transaction in
            let reason = try await world.vault.write(
                narrative: "the carer rang and the team is away", id: .fresh(), site: site.id, in: transaction)
            try await GlassBook.open(
                Self.episode, for: Self.account, code: code, because: reason, from: Self.opened,
                until: Self.opened.adding(microseconds: Int64(hours) * 3_600_000_000), site: site.id, in: transaction)
            guard let action else { return }
            let asker = Asker.account(Asker.Seat(account: Self.account, code: code, grants: [], way: .session))
            try LookBook.write(
                [Look(action, at: .episode(Self.episode), as: .ownSite)], by: asker, at: Self.opened, site: site.id,
                in: transaction)
        }
    }

    @Test func `a record is opened for its time, with its look in the same transaction`() async throws {
        try await lend { world, site, code in
            try await open(code, world, site, looking: .breakGlass)
            for (seconds, isOpen) in [(0, true), (4 * 3600 - 1, true), (4 * 3600, false)] {
                let moment = Self.opened.adding(microseconds: Int64(seconds) * 1_000_000)
                let found = try await world.transaction(in: site) { transaction in
                    try await transaction.query(
                        "SELECT access.open_glass(\(UUIDBytes(high: 7, low: 7)), \(moment))"
                    ).column(0, as: UUIDBytes.self)
                }
                #expect(found == (isOpen ? [UUIDBytes(high: 3, low: 3)] : []), "after \(seconds) s")
            }
        }
    }

    @Test(arguments: [nil, Action.showEpisode])
    func `without an entry in the access log no record is opened`(action: Action?) async throws {
        try await lend { world, site, code in
            let fault = await #expect(throws: PostgresFault.self) {
                try await open(code, world, site, looking: action)
            }
            #expect(fault?.constraintName == "glass_is_looked")
            let left = try await world.transaction(in: site) { transaction in
                try await GlassBook.opened(
                    since: Instant(microseconds: 0), before: world.clock.shown, site: site.id, in: transaction)
            }
            #expect(left.isEmpty)
        }
    }

    @Test func `nobody opens for longer than a day, and nobody looks into their own`() async throws {
        try await lend { world, site, code in
            let fault = await #expect(throws: PostgresFault.self) {
                try await open(code, world, site, looking: .breakGlass, hours: 25)
            }
            #expect(fault?.constraintName == "glass_ends_within_days")
            try await open(code, world, site, looking: .breakGlass)
            let reviews = try await world.transaction(in: site) { transaction in
                var reviews: [Bool] = []
                for reviewer in [code.text, "ig-north", "ig-north"] {
                    reviews.append(
                        try await GlassBook.review(
                            Self.episode, openedBy: code, by: reviewer, at: Self.opened, site: site.id, in: transaction)
                    )
                }
                return reviews
            }
            #expect(reviews == [false, true, false])
        }
    }
}
