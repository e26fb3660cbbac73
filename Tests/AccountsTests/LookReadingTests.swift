import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Testing

/// What whoever answers for privacy gets when they ask the access log.
@Suite struct LookReadingTests {
    @Test func `the log is read by account, target, action and time, in parts, and never beyond the site`() async throws
    {
        try await FixtureWorld.with { world in
            let (north, south) = (try await world.site(), try await world.site("south"))
            let code = try #require(AccountCode("jt-north"))
            let seat = Asker.Seat(account: AccountID(high: 7, low: 7), code: code, grants: [], way: .session)
            let (one, other) = (EpisodeID(high: 1, low: 1), EpisodeID(high: 2, low: 2))
            for site in [north, south] {
                for (second, asker) in [(0, Asker.operator), (1, .account(seat)), (2, .account(seat))] {
                    let looks = [
                        Look(.showEpisode, at: .episode(one), as: .ownEpisode),
                        Look(.breakGlass, at: .episode(other), as: .ownSite),
                    ]
                    try await world.transaction(in: site) { transaction in
                        try LookBook.write(
                            looks, by: asker, at: Instant(microseconds: Int64(second) * 1_000_000), site: site.id,
                            in: transaction)
                    }
                }
            }
            @Sendable func found(_ filter: LookFilter, limit: Int = 100) async throws -> [LookEntry] {
                try await world.transaction(in: north) { transaction in
                    try await LookBook.read(filter, at: north.id, limit: limit, in: transaction)
                }
            }
            var filters = [LookFilter](repeating: LookFilter(), count: 8)
            filters[1].account = code
            filters[2].targets = [.episode(one)]
            filters[3].targets = [.child(ChildID(high: 1, low: 1))]
            filters[4].action = .showEpisode
            filters[5].onlyBreakGlass = true
            filters[6].from = Instant(microseconds: 1_000_000)
            filters[7].until = Instant(microseconds: 1_000_000)
            var counts: [Int] = []
            for filter in filters { counts.append(try await found(filter).count) }
            #expect(counts == [6, 4, 3, 0, 3, 3, 4, 2])
            let first = try await found(LookFilter(), limit: 4)
            var further = LookFilter()
            further.after = try #require(first.last).arrival
            let rest = try await found(further)
            #expect(first.count == 4 && rest.count == 2)
            #expect(Set(first + rest).count == 6)
            #expect(first.map(\.actor) == ["operator", "operator", "jt-north", "jt-north"])
        }
    }
}
