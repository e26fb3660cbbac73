import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

/// Relations that begin and end by themselves, and rights that change while somebody works.
@Suite struct RelationTests {
    private func therapist(_ world: AccessWorld) async throws -> Account {
        try await world.account("ab-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")])
    }

    private func sees(_ practice: Practice, _ family: AccessWorld.Family) async -> Bool {
        (try? await practice.episode(family.ref, at: family.site.code)) != nil
    }

    @Test func `whoever carries a team's telephone reaches its families on those days, and no scores`() async throws {
        try await AccessWorld.with { world in
            let practice = try await therapist(world).practice()
            let (own, other) = (try world.family("E-1", of: world.north), try world.family("E-3", of: world.north))
            let spell = try #require(
                OnCallSpell(
                    own.therapist, from: FixtureWorld.today.adding(days: 1), through: FixtureWorld.today.adding(days: 2)
                ))
            let rota = try #require(Rota([spell]))
            try await world.practice.record(
                [Engine.Entry(TeamCommand.setRota(rota), on: FixtureWorld.today)], to: other.team.code,
                at: world.north.code)
            for isOnCall in [false, true, true, false] {
                #expect(await sees(practice, other) == isOnCall)
                #expect(await sees(practice, own))
                let duties = try await practice.duties(at: world.north.code)
                #expect(!duties.episodes.contains { $0.id == other.id }, "being on call is no caseload")
                if isOnCall {
                    let aspects = try await practice.withSite(
                        world.north.code, for: .showEpisode, at: .episode(other.ref)
                    ) { $0.aspects }
                    #expect(!aspects.contains(.scores))
                }
                world.fixtures.clock.advance(seconds: 86_400)
            }
            let relations = try await world.asAdministrator { connection in
                try await connection.query(
                    """
                    SELECT DISTINCT relation::text FROM access.look
                    WHERE target_id = \(other.id.bound) AND actor = 'ab-north' AND outcome = 'allowed'
                    """
                ).column(0, as: String.self)
            }
            #expect(relations == ["on-call"])
        }
    }

    @Test func `a record that was opened in an emergency is seen for its hours by whoever opened it, and shut again`()
        async throws
    {
        try await AccessWorld.with { world in
            let account = try await therapist(world)
            let (practice, family) = (try await account.practice(), try world.family("E-3", of: world.north))
            let colleague = try await world.account(
                "cd-north", [.init(role: .therapist, site: world.north, team: "elm", staff: "cd")]
            ).practice()
            let south = try world.family("E-3", of: world.south)
            #expect(await !sees(practice, family))
            try await open(family, for: account, world)
            #expect(await sees(practice, family))
            #expect(await !sees(colleague, family))
            #expect(await !sees(practice, south))
            await #expect(throws: PracticeFault.self, "seeing is not changing") {
                try await practice.record(
                    for: .recordEpisode, at: world.north.code, about: .episodeID(family.id)
                ) { _ in [] }
            }
            world.fixtures.clock.advance(seconds: 2 * 3600)
            #expect(await !sees(practice, family))
            try await open(family, for: account, world)
            try await world.bar(account.id, from: family)
            #expect(await !sees(practice, family), "a bar beats an emergency")
        }
    }

    private func open(_ family: AccessWorld.Family, for account: Account, _ world: AccessWorld) async throws {
        let (vault, now, site) = (world.fixtures.vault, world.fixtures.clock.shown, family.site.id)
        let asker = Asker.account(try await account.seat())
        try await world.fixtures.pool.transaction(scope: SiteScope.whole(site)) { transaction in
            let reason = try await vault.write(
                narrative: "the carer rang and the team is away", id: .fresh(), site: site, in: transaction)
            try await GlassBook.open(
                family.id, for: account.id, code: account.code, because: reason, from: now,
                until: now.adding(microseconds: 7_200_000_000),
                site: site, in: transaction)
            try LookBook.write(
                [Look(.breakGlass, at: .episode(family.id), as: .ownSite)], by: asker, at: now, site: site,
                in: transaction)
        }
    }

    @Test func `work that is begun again after a conflict asks again whether it may`() async throws {
        try await AccessWorld.with { world in
            let (practice, family) = (try await therapist(world).practice(), try world.family("E-1", of: world.north))
            let runs = Counter()
            let fault = await #expect(throws: PracticeFault.self) {
                try await practice.record(for: .recordEpisode, at: world.north.code, about: .episodeID(family.id)) {
                    session in
                    await runs.add()
                    try await world.asAdministrator { connection in
                        try await connection.execute(
                            "UPDATE access.site_grant SET revoked_by = 'operator', revoked_at = '2026-12-31Z'")
                    }
                    try await session.transaction.execute(
                        "DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$")
                    return []
                }
            }
            #expect(await runs.value == 1)
            guard case .unknownSite? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
        }
    }

    @Test func `a bar that is put while somebody reads holds for the next thing asked`() async throws {
        try await AccessWorld.with { world in
            let account = try await therapist(world)
            let (practice, family) = (try await account.practice(), try world.family("E-1", of: world.north))
            try await practice.withSite(world.north.code, for: .showEpisode, at: .episode(family.ref)) { session in
                try await world.bar(account.id, from: family)
                let seen = try await session.transaction.query(
                    "SELECT episode_id FROM record.episode WHERE ref = \(family.ref.text)"
                ).column(0, as: UUIDBytes.self)
                #expect(seen == [family.id.bound], "one transaction has one answer")
            }
            #expect(await !sees(practice, family))
        }
    }

    @Test func `what needs the second factor of a moment ago is refused without it, by session and by token`()
        async throws
    {
        try await AccessWorld.with { world in
            var actions = 0
            for action in Action.allCases where Policy.traits(of: action).needsStepUp {
                guard let role = Policy.rules(of: action).first?.role else { continue }
                let account = try await world.account("x-\(actions)", [.init(role: role, site: world.north)])
                let now = world.fixtures.clock.shown
                let ten: Int64 = 600_000_000
                for (way, factorAt, isLetIn) in [
                    (.session, now, true), (.session, now.adding(microseconds: -ten + 10_000_000), true),
                    (.session, now.adding(microseconds: -ten), false), (.session, nil, false), (.token, now, false),
                ] as [(Asker.Seat.Way, Instant?, Bool)] {
                    let seat = Asker.Seat(
                        account: account.id, code: account.code, grants: [], way: way, factorAt: factorAt)
                    let face = await AccessPath.doing("at the gate") { walker, _ in
                        try await walker.practice.withSite(world.north.code, for: action) { _ in }
                    }.face(
                        AccessPath.Walker(
                            practice: world.practice.asking(.account(seat)),
                            accounts: AccountWork(practice: world.practice, vault: world.fixtures.vault)),
                        try #require(world.families.first))
                    #expect((face == nil) == isLetIn, "\(action.rawValue) \(way) \(face ?? "got")")
                }
                actions += 1
            }
            #expect(actions >= 7)
        }
    }
}

/// Counts across tasks.
private actor Counter {
    var value = 0
    func add() { value += 1 }
}
