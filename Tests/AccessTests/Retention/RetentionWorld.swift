import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Foundation
import Intervention
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import Sites
import Testing
import Vault

/// A site that keeps records by its file, and the people who decide what ends.
struct RetentionWorld: Sendable {
    let world: FixtureWorld
    let site: FixtureSite
    /// The key of seals, which the database never sees.
    let key: SealKey

    /// Lends one whose site file says this of how long it keeps records.
    static func with<Result: Sendable>(
        _ retention: String = "", _ body: (RetentionWorld) async throws -> Result
    ) async throws -> Result {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let folder = FileManager.default.temporaryDirectory.path + "/kept-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let kept = RetentionWorld(
                world: world, site: site, key: try SealKey.createdIfMissing(folder: folder))
            try await kept.open()
            try await kept.apply(retention)
            return try await body(kept)
        }
    }

    /// Applies the site's file with other rules.
    func apply(_ retention: String) async throws {
        let started = FixtureWorld.today.adding(days: -3650)
        var text = "code: north\nname: north\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids { text += "- {code: north-\(model), model: \(model), startedOn: \(started)}\n" }
        text += retention
        _ = try await practice("operator").apply(try SiteFile.read(Array(text.utf8), models: world.models))
    }

    /// Those who decide, each with an account.
    static let people: [(code: String, role: Role)] = [
        ("gov-1", .governance), ("gov-2", .governance), ("manager-1", .siteManager),
    ]

    private static func id(_ code: String) -> AccountID {
        AccountID(high: 1, low: UInt64(people.firstIndex { $0.code == code } ?? people.count))
    }

    /// Makes the accounts.
    private func open() async throws {
        for person in Self.people {
            let id = Self.id(person.code).bound
            try await world.database.withPool(.administrator, size: 1) { pool in
                try await pool.transaction { transaction in
                    try await transaction.execute(
                        """
                        INSERT INTO door.account (account_id, code, key_id, sealed, created_at)
                        VALUES (\(id), \(person.code), 'k1', decode(repeat('ab', 40), 'hex'), '2000-01-01Z')
                        """)
                    try await transaction.execute(
                        """
                        INSERT INTO access.site_grant (site_id, grant_id, account_id, role, from_day, granted_by, granted_at)
                        VALUES (\(site.id.number), \(id), \(id), \(person.role.rawValue), '2000-01-01', 'operator',
                            '2000-01-01Z')
                        """)
                }
            }
        }
    }

    /// The practice as somebody asks for it: the operator, or one of ``people`` who is signed in and gave the second factor
    /// just now.
    func practice(_ code: String, by way: Asker.Seat.Way = .session) throws -> Practice {
        let whole = Practice(
            application: world.pool, reporting: world.pool, store: world.store, models: world.models,
            clock: world.clock.recordClock)
        guard code != "operator" else { return whole }
        guard Self.people.contains(where: { $0.code == code }), let account = AccountCode(code) else {
            throw FixtureFault.missing("an account \(code)")
        }
        return whole.asking(
            .account(
                Asker.Seat(
                    account: Self.id(code), code: account, grants: [], way: way, factorAt: world.clock.shown)))
    }

    /// Sets up a second factor of one of ``people``, and gives its seed.
    func factor(of code: String) async throws -> FactorSeed {
        let (factors, now) = (Factors(vault: world.vault), world.clock.shown)
        return try await world.pool.transaction { transaction in
            let seed = try await factors.draft(Self.id(code), at: now, in: transaction)
            let first = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            _ = try #require(try await factors.confirm(first, of: Self.id(code), at: now, in: transaction))
            return seed
        }
    }

    /// Sets the clock to noon of a day.
    func set(_ day: CivilDate) {
        world.clock.set(Instant(microseconds: (Int64(day.dayNumber) * 86_400 + 43_200) * 1_000_000))
    }

    /// How each child is kept, as `RULE DAY`.
    func kept(_ child: ChildID) async throws -> String? {
        try await practice("operator").retention(at: site.code).entries.first { $0.child == child }
            .map { "\($0.rule) \($0.keepThrough.map { "\($0)" } ?? "open")" }
    }

    /// Proposes as one person, approves as another and carries it out.
    @discardableResult
    func dispose(
        proposing: String = "gov-1", approving: String = "manager-1",
        destroyKeys: (([PersonID], SiteID) async throws -> Void)? = nil
    ) async throws -> DisposalReport {
        let number = try #require(try await practice(proposing).proposeDisposal(at: site.code).number)
        try await practice(approving).approveDisposal(number, at: site.code)
        return try await practice(approving).dispose(
            number, at: site.code, sealedWith: key, destroyKeys: destroyKeys)
    }

    /// What a statement says to the administrator of the database, for whom there is no row-level security.
    func ask(_ statement: Statement) async throws -> [String] {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.withConnection { try await $0.query(statement).column(0, as: String.self) }
        }
    }

    /// Runs a statement as the role that owns everything.
    func asOwner(_ statement: Statement) async throws {
        try await world.database.withPool(.administrator, size: 1) { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("SET LOCAL ROLE homeward_owner")
                try await transaction.execute(statement)
            }
        }
    }
}

extension CivilDate {
    /// A day that a test writes down.
    static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
}
