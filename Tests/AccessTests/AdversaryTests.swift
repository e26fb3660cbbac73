import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Sites
import Testing
import Vault

/// Ways by which somebody would try to reach a record that is shut to them, each of two things that are right by themselves.
@Suite struct AdversaryTests {
    private func sees(_ practice: Practice, _ family: AccessWorld.Family) async -> Bool {
        (try? await practice.episode(family.ref, at: family.site.code)) != nil
    }

    @Test func `cover on top of own families, team and cover of another opens nothing that a bar shuts`() async throws {
        try await AccessWorld.with { world in
            let (north, today) = (world.north, FixtureWorld.today)
            let account = try await world.account(
                "cd-north",
                [
                    .init(role: .therapist, site: north, team: "elm", staff: "cd"),
                    .init(role: .therapist, site: north, staff: "cd", through: today, coverFor: "ab"),
                    .init(role: .supervisor, site: north, team: "elm", staff: "cd", through: today, coverFor: "zz"),
                    .init(role: .siteManager, site: north),
                ])
            let (barred, own) = (try world.family("E-1", of: north), try world.family("E-2", of: north))
            let practice = try await account.practice()
            #expect(await sees(practice, barred), "the grants would open it")
            try await world.bar(account.id, from: barred)
            #expect(await !sees(practice, barred))
            #expect(try await practice.duties(at: north.code).episodes.allSatisfy { $0.id != barred.id })
            #expect(await sees(practice, own))
            let cover = AccessWorld.Wanted(
                role: .therapist, site: north, staff: "cd", through: today.adding(days: 9), coverFor: "ab")
            try await world.grant(cover, to: account.id)
            #expect(await !sees(practice, barred), "cover that was given after the bar")
            await #expect(throws: (any Error).self) {
                try await practice.breakGlass(barred.ref, at: north.code, because: "The child rang at night")
            }
        }
    }

    @Test func `a token that was made while a grant held opens nothing when it has ended`() async throws {
        try await AccessWorld.with { world in
            let (north, today) = (world.north, FixtureWorld.today)
            let account = try await world.account(
                "ab-north", [.init(role: .therapist, site: north, team: "elm", staff: "ab", through: today)])
            let (family, now) = (try world.family("E-1", of: north), world.fixtures.clock.shown)
            let label = try #require(AccountCode("script"))
            let token = try await world.fixtures.pool.transaction {
                try await Tokens.make(label, for: account.id, actions: [.showEpisode], days: 30, at: now, in: $0)
            }
            func asking() async throws -> Practice {
                let now = world.fixtures.clock.shown
                let seat = try await world.fixtures.pool.transaction { try await Tokens.use(token, at: now, in: $0) }
                return world.practice.asking(.account(try #require(seat)))
            }
            let early = try await asking()
            #expect(await sees(early, family))
            await #expect(throws: PracticeFault.self, "it is for one action") {
                _ = try await early.duties(at: north.code)
            }
            world.fixtures.clock.advance(seconds: 2 * 24 * 3600)
            #expect(await !sees(early, family), "a seat from before the grant ended")
            #expect(try await !sees(asking(), family))
            try await world.grant(.init(role: .therapist, site: world.south, team: "elm", staff: "ab"), to: account.id)
            #expect(try await !sees(asking(), family), "a role at the other site is none here")
        }
    }

    @Test func `nobody exports, digests or repeats a night of another site`() async throws {
        try await AccessWorld.with { world in
            let nights = try await world.practice.nightSites()
            let south = try #require(nights.first { $0.id == world.south.id })
            for role in Role.allCases where !role.isOfNetwork {
                let code = "n-\(role.rawValue)".prefix(32).description
                let account = try await world.account(code, [.init(role: role, site: world.north)])
                let practice = world.practice.asking(
                    .account(
                        Asker.Seat(
                            account: account.id, code: account.code, grants: [], way: .session,
                            factorAt: world.fixtures.clock.shown)))
                #expect(try await !practice.nightSites().contains { $0.id == south.id }, "\(role)")
                await #expect(throws: PracticeFault.self, "\(role)") {
                    try await practice.withNight(south, silenceSeconds: 60) { _ in }
                }
                for action in [Action.exportRecord, .exportAccessLog, .runJobs, .showJobs] {
                    await #expect(throws: PracticeFault.self, "\(role) \(action)") {
                        try await practice.withSite(south.code, for: action) { _ in }
                    }
                }
            }
        }
    }

    @Test func `no form of the name or number of a barred family is found, nor of another site's`() async throws {
        try await AccessWorld.with { world in
            let names: [(AccessWorld.Family, String, String)] = [
                (try world.family("E-1", of: world.north), "Zoë O'Bärred-Smith", "9434765005"),
                (try world.family("E-1", of: world.south), "Zoë O'Elsewhere", "9434765013"),
                (try world.family("E-2", of: world.north), "Zoë Openly", "9434765021"),
            ]
            for (family, name, number) in names {
                try await world.practice.recordPerson(
                    .child(family.childRef), PersonChange(values: [.name: name, .nhsNumber: number]),
                    at: family.site.code)
            }
            let account = try await world.account(
                "boss",
                [
                    .init(role: .supervisor, site: world.north, team: "elm", staff: "zz"),
                    .init(role: .siteManager, site: world.north),
                ])
            try await world.bar(account.id, from: names[0].0)
            let practice = try await account.practice()
            for text in [
                "zoe", "ZOË", "zoë o'bärred-smith", "obarred", "o'bar", "smith", "SMI", "elsewhere", "oelsewhere",
                "9434765005", "943 476 5005", "9434765013",
            ] {
                let found = try await practice.search(text, at: world.north.code).hits.compactMap(\.particulars.name)
                #expect(found.allSatisfy { $0 == "Zoë Openly" }, "\(text): \(found.count)")
                await #expect(throws: PracticeFault.self, "\(text) at the other site") {
                    _ = try await practice.search(text, at: world.south.code)
                }
            }
            #expect(try await practice.search("zoe", at: world.north.code).hits.count == 1)
        }
    }

    @Test func `an officer of another site is given nothing of a child, by whichever site they ask`() async throws {
        try await AccessWorld.with { world in
            let account = try await world.account("gov-south", [.init(role: .governance, site: world.south)])
            let practice = world.walker(account).practice
            let family = try world.family("E-3", of: world.north)
            for site in [world.north, world.south] {
                var told: [String] = []
                for child in [family.child, ChildID.fresh()] {
                    do {
                        _ = try await practice.subjectAccess(of: .id(child), at: site.code)
                        Issue.record("something was given at \(site.code)")
                    } catch {
                        told.append("\(error)".replacing("\(child)", with: "it"))
                    }
                }
                #expect(Set(told).count == 1, "who is there looks like who is not: \(told)")
            }
            let own = try await practice.subjectAccess(of: .ref(family.childRef), at: world.south.code)
            #expect(own.parts.allSatisfy { !"\($0)".contains(family.child.description) })
        }
    }

    @Test func `of many who use a one-time link at once one gets in, and nobody afterwards`() async throws {
        try await AccessWorld.with { world in
            let account = try await world.account("demo", [.init(role: .therapist, site: world.north, staff: "ab")])
            let now = world.fixtures.clock.shown
            let link = try await world.fixtures.pool.transaction {
                try await Links.make(.signIn, for: account.id, at: now, in: $0)
            }
            let signIn = SignIn(application: world.fixtures.pool, vault: world.fixtures.vault, desk: HashingDesk())
            let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        if case .opened = try await signIn.use(link, at: now) { true } else { false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(opened == 1)
            guard case .refused = try await signIn.use(link, at: now) else {
                Issue.record("a link was used twice")
                return
            }
        }
    }
}
