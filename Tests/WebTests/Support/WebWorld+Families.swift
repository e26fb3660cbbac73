import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import ScratchPostgres
import Sites
import Testing
import Vault

@testable import Web

extension WebWorld {
    /// A family of the first site: a child with particulars, and an episode that a therapist has.
    struct Family: Sendable {
        let child: ChildID
        let episode: EpisodeRef
    }

    /// The site `north`, as the fixtures know it.
    func north() async throws -> FixtureSite {
        let site = try #require(try await practice.sites().first { $0.code.text == "north" })
        let teams = Dictionary(site.teams.map { ($0.model, $0.id) }) { first, _ in first }
        return FixtureSite(id: site.id, code: site.code, teams: teams)
    }

    /// Records a family with a hidden address and with words that name somebody else.
    @discardableResult
    func family(
        _ name: String, episode: String, therapist: String = "t-1", child: ChildID = .fresh()
    ) async throws -> Family {
        let site = try await north()
        var entry = FixtureEpisode(
            from: FixtureWorld.today.adding(days: -60), through: FixtureWorld.today.adding(days: -3))
        let ref = try #require(EpisodeRef(episode))
        (entry.ref, entry.child) = (ref, child)
        entry.therapist = StaffCode(therapist)
        entry.closing = nil
        try await fixtures.record([entry], on: site)
        try await fixtures.transaction(in: site) { transaction in
            _ = try await fixtures.vault.record(
                PersonChange(
                    values: [.name: name],
                    addresses: [
                        PersonChange.NewAddress(text: "1 Hidden Lane", isSensitive: true, from: nil, until: nil)
                    ]), of: PersonID(child: child), site: site.id, today: FixtureWorld.today, in: transaction)
        }
        try await practice.hold(.id(child), because: "A claim that Mrs Other brought", at: site.code)
        return Family(child: child, episode: ref)
    }

    /// Says as whom an account works at the first site: the code in allocations.
    func post(_ account: AccountID, as staff: String) async throws {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                UPDATE access.site_grant SET staff = \(staff) WHERE account_id = \(account.description)::text::uuid
                """)
        }
    }

    /// What the access log of the first site has, in order: who did what, and how it ended.
    func looks() async throws -> [String] {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            try await connection.query(
                "SELECT actor || ' ' || action || ' ' || target || ' ' || outcome FROM access.look ORDER BY arrival"
            ).column(0, as: String.self)
        }
    }

    /// A browser that somebody is signed in with, with the second factor given just now, or long ago.
    func browser(of account: AccountID, isSteppedUp: Bool = true) async throws -> Browser {
        let now = fixtures.clock.recordClock.now()
        let token = try await fixtures.pool.transaction {
            try await Sessions().begin(account, stage: .full, isSteppedUp: isSteppedUp, at: now, in: $0)
        }
        let browser = Browser(self)
        await browser.plant(.session, token.revealed())
        return browser
    }
}

extension WebWorld {
    /// Plants looks at the first site, by an account `planted`, of 2 rows and more.
    func plantLooks(_ count: Int) async throws {
        let now = fixtures.clock.shown
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO access.look (site_id, at, account_id, actor, way, action, relation, target, outcome, rows)
                SELECT s.site_id, \(now), gen_random_uuid(), 'planted', 'session', 'episode.show', 'own-site', 'site', 'allowed', n + 1
                FROM site.site AS s CROSS JOIN generate_series(1, \(count)) AS n
                WHERE s.code = 'north' ORDER BY n
                """)
        }
    }

    /// An alert of the night at the first look that was planted, as of today.
    func plantAlert() async throws {
        try await Connection.withConnection(to: fixtures.database.target()) { connection in
            _ = try await connection.execute(
                """
                INSERT INTO access.alert (site_id, kind, arrival, day, number)
                SELECT site_id, 'relative', min(arrival), \(FixtureWorld.today), 1 FROM access.look
                WHERE actor = 'planted' GROUP BY site_id
                """)
        }
    }
}

extension WebWorld {
    /// Lends the browser of a therapist who has the family `E-1`.
    static func withTherapist(_ body: (WebWorld, Browser) async throws -> Void) async throws {
        try await with(isSignedIn: false) { world in
            try await world.family("Robin Example", episode: "E-1")
            let account = try await world.account("t-1", .therapist)
            try await world.post(account, as: "t-1")
            try await body(world, try await world.browser(of: account))
        }
    }
}
