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

/// Whoever keeps accounts raises no rights of their own by any two things that they do: neither those of their own account,
/// nor by becoming somebody else.
@Suite struct AccountPairTests {
    private static let days: [Int64] = [0, 3]

    @Test(arguments: AccountDeed.allCases)
    func `no two deeds of one administrator, at once or days apart, give them more than they had`(
        _ first: AccountDeed
    ) async throws {
        try await AccessWorld.with { world in
            for (number, second) in AccountDeed.allCases.enumerated() {
                for (place, days) in Self.days.enumerated() {
                    for isOpenedByProvider in [false, true] {
                        let name = "\(number)-\(place)-\(isOpenedByProvider)"
                        let pair = try await AccountPair(in: world, name, isOpenedByProvider: isOpenedByProvider)
                        let before = try await pair.rights()
                        var loot = Loot()
                        await pair.act(first, &loot)
                        world.fixtures.clock.advance(seconds: days * 24 * 3600 + 60)
                        await pair.act(second, &loot)
                        await pair.signIn(&loot)
                        let deeds = "\(first), \(second), \(days) days, provider: \(isOpenedByProvider)"
                        #expect(try await pair.rights() == before, "\(deeds)")
                        #expect(!loot.isSignedIn, "\(deeds)")
                        for token in loot.tokens {
                            let given = try await pair.rights(of: token)
                            #expect(given.isSubset(of: before), "\(deeds)")
                        }
                    }
                }
            }
        }
    }

    @Test func `what one hand replaced another may follow up, and the same one again when the time is over`()
        async throws
    {
        try await AccessWorld.with { world in
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: false)
            var loot = Loot()
            await pair.act(.linkFactor, &loot)
            // The factor is gone, so nobody makes a link for the password before the owner has another.
            let other = try await pair.colleague("other")
            await #expect(throws: ReplacementFault.factorIsMissing) {
                _ = try await other.link(.setUp, for: pair.victim)
            }
            try await pair.setUpFactor()
            await #expect(throws: ReplacementFault.sameHand(days: 30)) {
                _ = try await pair.work().link(.setUp, for: pair.victim, at: world.north.code)
            }
            _ = try await other.link(.setUp, for: pair.victim)
            world.fixtures.clock.advance(seconds: 30 * 24 * 3600)
            _ = try await pair.work().link(.setUp, for: pair.victim, at: world.north.code)
        }
    }

    @Test func `two hands that say the same link a provider, and one that says it twice does not`() async throws {
        try await AccessWorld.with { world in
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: false)
            let other = try await pair.colleague("other")
            #expect(try await !pair.linkProvider(as: "who"))
            #expect(try await !pair.linkProvider(as: "who"))
            #expect(try await !other.link(pair.victim, as: "somebody-else"))
            world.fixtures.clock.advance(seconds: 8 * 24 * 3600)
            #expect(try await !other.link(pair.victim, as: "who"), "it was too long ago")
            #expect(try await pair.linkProvider(as: "who"))
        }
    }

    @Test func `an account that only a removed provider opened is set up again by another hand than the remover's`()
        async throws
    {
        try await AccessWorld.with { world in
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: true)
            let other = try await pair.colleague("other")
            await #expect(throws: ReplacementFault.providerOpens) {
                _ = try await other.link(.setUp, for: pair.victim)
            }
            try await pair.removeProvider()
            await #expect(throws: ReplacementFault.sameHand(days: 30)) {
                _ = try await pair.work().link(.setUp, for: pair.victim, at: world.north.code)
            }
            _ = try await other.link(.setUp, for: pair.victim)
        }
    }

    @Test func `a link that is out ends when a provider is linked first`() async throws {
        try await AccessWorld.with { world in
            let newcomer = try await world.account(
                "newcomer", [.init(role: .therapist, site: world.north, team: "elm", staff: "ab")])
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: false)
            let other = try await pair.colleague("other")
            _ = try await other.link(.setUp, for: newcomer.code)
            #expect(try await pair.openLinks(of: newcomer.code) == 1)
            #expect(try await other.link(newcomer.code, as: "newcomer"))
            #expect(try await pair.openLinks(of: newcomer.code) == 0)
        }
    }

    @Test func `a link that is out ends when the operator replaces the password`() async throws {
        try await AccessWorld.with { world in
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: false)
            _ = try await pair.work().link(.setUp, for: pair.victim, at: world.north.code)
            #expect(try await pair.openLinks(of: pair.victim) == 1)
            try await pair.operatorSetsPassword()
            #expect(try await pair.openLinks(of: pair.victim) == 0)
        }
    }

    @Test func `a token reaches no further than whoever makes it, whatever further role they have`() async throws {
        try await AccessWorld.with { world in
            let pair = try await AccountPair(in: world, "x", isOpenedByProvider: false)
            try await world.grant(
                .init(role: .supervisor, site: world.north, team: "elm", staff: "cd"), to: pair.administratorAccount)
            let work = try await pair.work()
            let label = try #require(AccountCode("script"))
            await #expect(throws: AccountWorkFault.tokenGoesTooFar(.showEpisode)) {
                _ = try await work.makeToken(
                    label, for: pair.victim, actions: [.showSite, .showEpisode], days: 7, at: world.north.code)
            }
            _ = try await work.makeToken(label, for: pair.victim, actions: [.showSite], days: 7, at: world.north.code)
        }
    }
}
