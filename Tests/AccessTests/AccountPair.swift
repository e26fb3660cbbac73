import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import OpenID
import Postgres
import Practice
import Sites
import Testing
import Vault

/// An administrator, and a therapist whose account they would like to have.
struct AccountPair: Sendable {
    let world: AccessWorld
    let victim: AccountCode
    private let administrator: Account
    private let owner: Account
    private let desk = HashingDesk()
    private let settings = SignInSettings(cost: HashCost(logRounds: 4))

    init(in world: AccessWorld, _ name: String, isOpenedByProvider: Bool) async throws {
        self.world = world
        let north = world.north
        administrator = try await world.account("adm-\(name)", [.init(role: .administrator, site: north)])
        owner = try await world.account("vic-\(name)", [.init(role: .therapist, site: north, team: "elm", staff: "ab")])
        victim = owner.code
        try await addProvider()
        if isOpenedByProvider {
            let work = AccountWork(practice: world.practice, vault: world.fixtures.vault, settings: settings)
            #expect(try await work.link(victim, to: provider, as: subject("own"), at: north.code))
        } else {
            try await setUpPassword("seven plain words that their owner chose")
            try await setUpFactor()
        }
    }

    private var now: Instant { world.fixtures.clock.recordClock.now() }
    private var site: SiteCode { world.north.code }
    private var door: SignIn {
        SignIn(application: world.fixtures.pool, vault: world.fixtures.vault, desk: desk, settings: settings)
    }
    private var provider: ProviderCode { get throws { try #require(ProviderCode("trust")) } }

    private func subject(_ text: String) throws -> Accounts.Subject {
        let subject = Accounts.Subject("\(text)-\(victim.text)")
        return try #require(subject)
    }

    private func addProvider() async throws {
        let issuer = try #require(Issuer(text: "https://id.example.org", clientID: "homeward"))
        let work = AccountWork(practice: world.practice, vault: world.fixtures.vault, settings: settings)
        guard try await !work.listProviders(of: site).contains(where: { $0.code.text == "trust" }) else { return }
        try await work.addProvider(ProviderWish(provider, issuer, secret: nil), to: site)
    }

    private func setUpPassword(_ text: String) async throws {
        let passwords = PasswordStore(vault: world.fixtures.vault, desk: desk, cost: HashCost(logRounds: 4))
        let prepared = try await passwords.prepare(try Password(text), of: owner.id)
        // Long ago: a password of today lets nobody replace the factor in any case.
        let day = now.adding(microseconds: -10 * 24 * 3600 * 1_000_000)
        try await world.fixtures.pool.transaction { try await passwords.set(prepared, at: day, in: $0) }
    }

    /// The owner sets a factor up.
    func setUpFactor() async throws {
        let (factors, now) = (Factors(vault: world.fixtures.vault), self.now)
        try await world.fixtures.pool.transaction { transaction in
            let seed = try await factors.draft(owner.id, at: now, in: transaction)
            let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
            _ = try #require(try await factors.confirm(code, of: owner.id, at: now, in: transaction))
        }
    }

    /// The work of accounts as the administrator does it now, with the second factor given.
    func work() async throws -> AccountWork { try await work(of: administrator) }

    private func work(of account: Account) async throws -> AccountWork {
        let seat = try await account.seat()
        let stepped = Asker.Seat(
            account: seat.account, code: seat.code, grants: seat.grants, way: .session, factorAt: now)
        return AccountWork(
            practice: world.practice.asking(.account(stepped)), vault: world.fixtures.vault, settings: settings)
    }

    /// Another administrator of the site.
    struct Colleague: Sendable {
        let pair: AccountPair
        let account: Account

        func link(_ purpose: LinkPurpose, for code: AccountCode) async throws -> LinkToken {
            try await pair.work(of: account).link(purpose, for: code, at: pair.site)
        }

        func link(_ code: AccountCode, as subject: String) async throws -> Bool {
            try await pair.work(of: account).link(
                code, to: pair.provider, as: pair.subject(subject), at: pair.site)
        }
    }

    func colleague(_ name: String) async throws -> Colleague {
        Colleague(pair: self, account: try await world.account(name, [.init(role: .administrator, site: world.north)]))
    }

    /// The administrator's account.
    var administratorAccount: AccountID { administrator.id }

    /// How many links are out that still open an account.
    func openLinks(of account: AccountCode) async throws -> Int64 {
        try await world.asAdministrator { connection in
            try await connection.query(
                """
                SELECT count(*) FROM door.link AS l JOIN door.account AS a USING (account_id)
                WHERE a.code = \(account.text) AND l.used_at IS NULL
                """
            ).column(0, as: Int64.self)
        }.first ?? 0
    }

    func operatorSetsPassword() async throws {
        let work = AccountWork(practice: world.practice, vault: world.fixtures.vault, settings: settings)
        try await work.setPassword("words that the operator put together", of: victim)
    }

    func removeProvider() async throws { try await work().removeProvider(provider, of: site) }

    func linkProvider(as text: String) async throws -> Bool {
        try await work().link(victim, to: provider, as: subject(text), at: site)
    }

    /// What the administrator may do anywhere.
    func rights() async throws -> Set<Action> { try await rights(of: .account(administrator.seat())) }

    /// What a token lets its holder do anywhere.
    func rights(of token: InterfaceToken) async throws -> Set<Action> {
        let now = self.now
        let seat = try await world.fixtures.pool.transaction { try await Tokens.use(token, at: now, in: $0) }
        return seat.map { rights(of: .account($0)) } ?? []
    }

    private func rights(of asker: Asker) -> Set<Action> {
        Set(
            Action.allCases.filter { action in
                [world.north.id, world.south.id, nil].contains {
                    Policy.permit(action, to: asker, at: $0, on: FixtureWorld.today) != nil
                }
            })
    }
}

extension AccountPair {
    /// Does something, and uses at once whatever it gives. What is refused gives nothing.
    func act(_ deed: AccountDeed, _ loot: inout Loot) async {
        do { try await attempt(deed, &loot) } catch {}
    }

    private func attempt(_ deed: AccountDeed, _ loot: inout Loot) async throws {
        let work = try await work()
        let own = try #require(AccountCode(administratorCode))
        let family = try world.family("E-1", of: world.north)
        switch deed {
        case .linkPassword: try await choose(try await work.link(.setUp, for: victim, at: site), &loot)
        case .linkFactor: _ = try await door.use(try await work.link(.newFactor, for: victim, at: site), at: now)
        case .makeToken:
            for action in [Action.showEpisode, .showDuties, .showSite] {
                let token = try? await work.makeToken(own, for: victim, actions: [action], days: 7, at: site)
                if let token { loot.tokens.append(token) }
            }
        case .linkProvider:
            if try await linkProvider(as: "mine") { loot.isSignedIn = true }
        case .unlinkProvider: try await work.unlink(victim, from: provider, at: site)
        case .removeProvider: try await removeProvider()
        case .addProvider:
            let issuer = try #require(Issuer(text: "https://mine.example.org", clientID: "homeward"))
            let mine = try #require(ProviderCode("mine"))
            try await work.addProvider(ProviderWish(mine, issuer, secret: nil), to: site)
        case .grantSelf: try await work.grant(GrantWish(.supervisor), to: own, at: site)
        case .grantVictim: try await work.grant(GrantWish(.administrator), to: victim, at: site)
        case .coverSelf:
            let days = (from: FixtureWorld.today, through: FixtureWorld.today.adding(days: 9))
            try await work.cover(own, for: family.therapist, from: days.from, through: days.through, at: site)
        case .coverVictim:
            try await work.cover(
                victim, for: try #require(StaffCode("cd")), from: FixtureWorld.today,
                through: FixtureWorld.today.adding(days: 9), at: site)
        case .revokeVictim: try await work.revoke(.therapist, of: victim, at: site)
        case .barSelf: try await work.tie(own, by: .bar, to: family.ref, at: site)
        case .unbarSelf: try await work.tie(own, by: .bar, to: family.ref, at: site, end: true)
        case .disable: try await work.disable(victim, at: site)
        case .enable: try await work.enable(victim, at: site)
        case .endSessions: _ = try await work.endSessions(of: victim, at: site)
        }
    }

    private var administratorCode: String { victim.text.replacing("vic", with: "adm") }

    private static let chosen = "eight other words that a thief puts together"

    /// Opens a link as whoever made it could, and chooses a password.
    private func choose(_ link: LinkToken, _ loot: inout Loot) async throws {
        guard case .opened(let opened) = try await door.use(link, at: now) else { return }
        let verdict = try await door.setUp(Self.chosen, in: opened.token, refusing: RefusedPasswords(), at: now)
        loot.password = Self.chosen
        try await enrol(verdict, &loot)
    }

    /// Tries the password that was chosen.
    func signIn(_ loot: inout Loot) async {
        guard let password = loot.password else { return }
        do {
            let source = SourceAddress("192.0.2.9")
            let verdict = try await door.verify(victim.text, password, from: source, at: now)
            try await enrol(verdict, &loot)
        } catch {}
    }

    /// Goes on from a password as far as it leads.
    private func enrol(_ verdict: SignInVerdict, _ loot: inout Loot) async throws {
        guard case .opened(let opened) = verdict else { return }
        if opened.stage == .full { loot.isSignedIn = true }
        guard opened.stage == .enrolment, let seed = try await door.draftFactor(in: opened.token, at: now)
        else { return }
        let code = OneTimeCode.code(seed: seed, step: OneTimeCode.step(at: now))
        let confirmed = try await door.confirmFactor(code, in: opened.token, at: now)
        if case .opened = confirmed.verdict { loot.isSignedIn = true }
    }
}
