import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Reporting
import Sites
import Statistics
import Testing

/// One team for several local authorities: every report can be cut by the one that answers for the child.
@Suite struct AuthorityScopeTests {
    private static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private static func authority(_ code: String) throws -> AuthorityCode { try #require(AuthorityCode(code)) }

    /// Three children of Leeds (one declined), one of Barnsley, one of whom nobody said. Each who was treated has one
    /// interview and was looked after for ten days of March: by hand, so many of each below.
    private static func record(_ world: FixtureWorld, _ site: FixtureSite) async throws {
        var episodes: [FixtureEpisode] = []
        for (code, reason) in [
            ("E08000035", "completed"), ("E08000035", "placed"), ("E08000016", "completed"), (nil, "completed"),
        ] {
            var episode = FixtureEpisode(
                from: try day("2025-01-06"), through: try day("2025-05-20"),
                reason: try #require(ClosureReasonID(reason)), outcomes: [.atHome: reason == "placed" ? .no : .yes])
            episode.profile.responsibleAuthority = try code.map { try authority($0) }
            episode.interviews = [(try day("2025-02-20"), try #require(AdherenceScore(decimal: "0.8")))]
            episodes.append(episode)
        }
        var declined = FixtureEpisode(referredOn: try day("2025-02-03"))
        declined.decision = (.declined(.noCapacity), try day("2025-02-10"))
        declined.profile.responsibleAuthority = try authority("E08000035")
        try await world.record(episodes + [declined], on: site)
        for episode in episodes {
            let spell = FixtureSpell(.lookedAfter, try day("2025-03-01"), until: try day("2025-03-11"))
            try await world.record([spell], of: episode.child, on: site)
        }
    }

    private static let period = (from: "2025-01-01", through: "2025-12-31")

    @Test(arguments: [
        ("E08000035", closures: 2, atHome: (of: 2, share: 0.5), received: 3, accepted: "2/3", days: 20, families: 2),
        ("E08000016", closures: 1, atHome: (of: 1, share: 1.0), received: 1, accepted: "1/1", days: 10, families: 1),
    ])
    func `each report counts the children of one authority`(
        code: String, closures: Int, atHome: (of: Int, share: Double), received: Int, accepted: String, days: Int,
        families: Int
    ) async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await Self.record(world, site)
            let from = try Self.day(Self.period.from), through = try Self.day(Self.period.through)
            let own = try Self.authority(code)
            for sites in [ReportScope.Sites.one(site.code), .all] {
                let scope = try ReportScope(sites: sites, models: .one("mst"), authority: own)
                let indicators = try await practice.indicators(of: scope, from: from, through: through)
                #expect(indicators.sections.map(\.closures) == [closures])
                let home = try IndicatorPracticeTests.row(.atHome, indicators)
                #expect(home.denominator == atHome.of && home.value == atHome.share)
                #expect(indicators.text().contains("responsible authority \(code)"))
                #expect(indicators.json().contains("\"authority\": \"\(code)\""))

                let referrals = try await practice.referrals(of: scope, from: from, through: through)
                #expect(referrals.sections.map(\.received) == [received])
                let decided = try #require(referrals.sections[0].rows.last { $0.block == .decided })
                #expect("\(decided.numerator)/\(decided.denominator)" == accepted)

                let care = try await practice.careDays(of: scope, from: from, through: through)
                #expect(care.rows.first?.days == days)
                #expect(care.children == families)
            }
            let adherence = try await practice.adherence(
                at: site.code, authority: own, from: from, through: through, by: .model)
            #expect(adherence.averages.rows.map(\.families.count) == [families])
        }
    }

    @Test func `an authority that no referral and no configuration names is refused with those that they name`()
        async throws
    {
        try await IndicatorPracticeTests.with { world, site, practice in
            try await Self.record(world, site)
            let from = try Self.day(Self.period.from), through = try Self.day(Self.period.through)
            let mistyped = try Self.authority("E08000053")
            for sites in [ReportScope.Sites.one(site.code), .all] {
                let scope = try ReportScope(sites: sites, authority: mistyped)
                let fault = await #expect(throws: PracticeFault.self) {
                    try await practice.indicators(of: scope, from: from, through: through)
                }
                guard case .unknownAuthority(mistyped, let known)? = fault else {
                    Issue.record("\(String(describing: fault))")
                    return
                }
                #expect(known.map(\.text) == ["E08000016", "E08000035"])
            }
        }
    }
}
