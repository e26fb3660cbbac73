import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Testing

@testable import Sites

@Suite struct ScreenPracticeTests {
    private func site(_ code: String) throws -> SiteCode { try #require(SiteCode(code)) }

    @Test func `each model that the site runs says what it makes of a referral, and no other does`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["B mst-can 2024-04-01", "A mst 2024-04-01"]))
            try await world.apply(try world.file("SOUTH", teams: ["X mst-fit 2024-04-01"]))
            let born = try #require(CivilMonth(iso: "2018-03"))
            var answers = ReferralAnswers()
            for key in ["no-carer", "independent-living", "acute-crisis", "developmental-difficulties"] {
                answers.answers[try #require(CriterionKey(key))] = .no
            }
            answers.answers["physical-aggression"] = .yes
            let results = try await world.practice.screen(Profile(birthMonth: born), answers, at: try site("NORTH"))
            #expect(results.map(\.model.text) == ["mst", "mst-can"])
            #expect(results[0].verdict == .notEligible, "eight years old")
            #expect(results[1].verdict == .needsAdvice, "old enough, and nothing known of protection")
            let south = try await world.practice.screen(Profile(birthMonth: born), answers, at: try site("SOUTH"))
            #expect(south.map(\.model.text) == ["mst-fit"])
        }
    }

    @Test func `the day of referral decides the age, and today stands in for it`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let born = Profile(birthMonth: CivilMonth(iso: "2015-01"))
            func age(on day: CivilDate?) async throws -> String? {
                try await world.practice.screen(born, ReferralAnswers(), at: try site("NORTH"), on: day)
                    .first?.reasons.first { $0.code == "age" }?.verdict.rawValue
            }
            #expect(try await age(on: nil) == "eligible")
            #expect(try await age(on: FixtureWorld.today.adding(months: -12)) == "not-eligible")
        }
    }

    @Test func `screening records nothing`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2024-04-01"]))
            let north = try #require(try await world.site())
            let count: Statement = "SELECT count(*) FROM record.event"
            let before = try await world.count(count, of: north)
            _ = try await world.practice.screen(Profile(), ReferralAnswers(), at: north.code)
            #expect(try await world.count(count, of: north) == before)
        }
    }

    @Test func `a site without a team has no model to ask`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file())
            #expect(try await world.practice.screen(Profile(), ReferralAnswers(), at: try site("NORTH")).isEmpty)
            #expect(try await world.practice.enabledModels(at: try site("NORTH")).isEmpty)
        }
    }
}
