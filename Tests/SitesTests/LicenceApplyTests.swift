import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing

@testable import Sites

@Suite struct LicenceApplyTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func licence(
        from: String = "2020-01-01", until: String = "2025-12-31", review: String? = "2019-11-04",
        renewals: [(until: String, on: String)] = []
    ) -> String {
        var text = "licence:\n  holder: Invented Trust\n  from: \(from)\n  until: \(until)\n"
        if let review { text += "  readinessReview: \(review)\n" }
        if !renewals.isEmpty { text += "  renewals:\n" }
        for renewal in renewals { text += "    - {until: \(renewal.until), on: \(renewal.on)}\n" }
        return text
    }

    private func facts(_ world: SiteWorld) async throws -> TeamFacts {
        let site = try #require(try await world.site())
        return try #require(try await world.history(of: "A", site)?.facts)
    }

    private func steps(_ plan: SitePlan) -> [StandingStep] {
        plan.teams.flatMap(\.steps).compactMap { step in
            if case .stand(let step) = step { step } else { nil }
        }
    }

    @Test func `a licence is recorded with the review and its renewals in the stream of each team that it covers`()
        async throws
    {
        try await SiteWorld.with { world in
            let text = licence(until: "2023-12-31", renewals: [("2027-12-31", "2023-11-06")])
            let file = try world.north(text)
            let plan = try await world.apply(file)
            #expect(plan.description.contains("team A: licensed from 2020-01-01 to 2023-12-31"))
            let facts = try await facts(world)
            #expect(facts.stages.map(\.value) == [.readinessReview])
            #expect(facts.licences.map(\.value.through) == [try day("2023-12-31"), try day("2027-12-31")])
            #expect(facts.licences.last?.value.from == (try day("2024-01-01")))
            #expect(facts.licences.last?.on == (try day("2023-11-06")))
            #expect(try await world.apply(file).changesNothing)
        }
    }

    @Test func `a licence that the file adds later is recorded for the team that is open`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.north())
            #expect(try await facts(world).licences.isEmpty)
            let plan = try await world.apply(try world.north(licence(until: "2029-12-31")))
            #expect(plan.advisories.isEmpty)
            #expect(try await facts(world).licences.count == 1)
        }
    }

    @Test func `what the file says otherwise is corrected, and a renewal that it no longer knows is withdrawn`()
        async throws
    {
        try await SiteWorld.with { world in
            try await world.apply(try world.north(licence(renewals: [("2028-12-31", "2025-11-03")])))
            let mended = licence(from: "2020-02-01", review: "2019-12-02", renewals: [("2029-12-31", "2025-11-03")])
            let plan = try await world.apply(try world.north(mended))
            #expect(steps(plan).count == 3)
            var facts = try await facts(world)
            #expect(facts.stages.map(\.on) == [try day("2019-12-02")])
            #expect(facts.licences.map(\.value.from) == [try day("2020-02-01"), try day("2026-01-01")])
            #expect(facts.licences.last?.value.through == (try day("2029-12-31")))
            try await world.apply(try world.north(licence(from: "2020-02-01", review: "2019-12-02")))
            facts = try await self.facts(world)
            #expect(facts.licences.count == 1)
            let north = try #require(try await world.site())
            #expect(try await world.practice.verify(north.code).isSound)
        }
    }

    @Test func `what a file no longer states of the licence is withdrawn, shown before, and can be stated again`()
        async throws
    {
        try await SiteWorld.with { world in
            let stated = try world.north(licence(renewals: [("2028-12-31", "2025-11-03")]))
            try await world.apply(stated)
            let bare = try world.north()
            let told = [
                "team A: the readiness review on 2019-11-04 is withdrawn, the file does not state it",
                "team A: the licence from 2020-01-01 to 2025-12-31 is withdrawn, the file does not state it",
                "team A: the renewal from 2026-01-01 to 2028-12-31 is withdrawn, the file does not state it",
                "licence: no longer in the file; what is on record of it is withdrawn",
            ]
            let diff = try await world.apply(bare, dryRun: true).description
            #expect(told.allSatisfy { diff.contains($0) }, "\(diff)")
            #expect(try await facts(world).licences.count == 2)

            try await world.apply(bare)
            var facts = try await facts(world)
            #expect(facts.licences.isEmpty)
            #expect(facts.stages.isEmpty)
            #expect(LicenceStanding(facts).obstacle(on: FixtureWorld.today) == .noLicence)
            let north = try #require(try await world.site())
            #expect(try await world.history(of: "A", north)?.withdrawn.count == 3)
            #expect(try await world.apply(bare).changesNothing)

            try await world.apply(stated)
            facts = try await self.facts(world)
            #expect(LicenceStanding(facts).obstacle(on: FixtureWorld.today) == nil)
            #expect(try await world.practice.verify(north.code).isSound)
        }
    }

    @Test func `a readiness review that the file no longer names is withdrawn alone`()
        async throws
    {
        try await SiteWorld.with { world in
            try await world.apply(try world.north(licence(until: "2029-12-31")))
            try await world.apply(try world.north(licence(until: "2029-12-31", review: nil)))
            let standing = LicenceStanding(try await facts(world))
            #expect(standing.obstacle(on: FixtureWorld.today) == .beforeReadinessReview(nil))
        }
    }

    @Test func `what is dated in days to come is recorded by an apply from that day on`() async throws {
        try await SiteWorld.with { world in
            let (today, until) = (FixtureWorld.today, FixtureWorld.today.adding(days: 20))
            let text = licence(
                until: "\(until)", review: "\(today.adding(days: 5))",
                renewals: [("\(until.adding(months: 12))", "\(today.adding(days: 8))")])
            let file = try world.north(text)
            let plan = try await world.apply(file)
            #expect(plan.advisories.map(\.code) == ["review-to-come", "renewal-to-come"])
            #expect(try await facts(world).licences.count == 1)
            world.fixtures.clock.advance(seconds: 9 * 86_400)
            #expect(try await steps(world.apply(file)).count == 2)
            let facts = try await facts(world)
            #expect(facts.licences.count == 2)
            #expect(facts.stage(on: today.adding(days: 5)) == .readinessReview)
            #expect(try await world.apply(file).changesNothing)
        }
    }

    @Test func `a rota is set, and what lies before a later rota stays`() async throws {
        try await SiteWorld.with { world in
            func team(_ rota: String) -> String {
                """
                    staff:
                      - {code: t-1, role: therapist, fte: 1, from: 2020-01-06}
                      - {code: t-2, role: therapist, fte: 0.5, from: 2020-01-06}
                    rota:
                \(rota)
                """
            }
            let first = "      - {from: 2025-01-06, until: 2025-01-12, staff: t-1}"
            let second = "      - {from: 2025-01-13, until: 2025-01-19, staff: t-2}"
            let file = try world.north(team: team(first))
            try await world.apply(file)
            #expect(try await world.apply(file).changesNothing)
            let later = try world.north(team: team(second))
            #expect(try await steps(world.apply(later)).count == 1)
            let facts = try await facts(world)
            #expect(facts.onCall.map(\.staff.text) == ["t-1", "t-2"])
            #expect(try await world.apply(later).changesNothing)
        }
    }

    @Test func `people who come, change their share and go are told one by one`() async throws {
        try await SiteWorld.with { world in
            func staff(_ lines: String...) -> String {
                "    staff:\n" + lines.map { "      - {\($0)}\n" }.joined()
            }
            try await world.apply(
                try world.north(
                    team: staff(
                        "code: t-1, role: therapist, fte: 1, from: 2020-01-06",
                        "code: t-2, role: therapist, fte: 1, from: 2020-01-06")))
            let plan = try await world.apply(
                try world.north(
                    team: staff(
                        "code: t-1, role: therapist, fte: 0.6, from: 2020-01-06, until: 2025-06-30",
                        "code: s-1, role: supervisor, fte: 0.5, from: 2025-01-06")))
            #expect(
                plan.changes.map(\.description) == [
                    "team A: t-1, therapist from 2020-01-06, has 0.6 of a post instead of 1 and leaves on 2025-06-30",
                    "team A: s-1 is supervisor (0.5) from 2025-01-06",
                    "team A: the post of t-2 as therapist from 2020-01-06 is taken out",
                ])
            let north = try #require(try await world.site())
            let team = try #require(TeamCode("A"))
            let posts = try await world.practice.withSite(north.code, for: .verify) { try $0.staff(of: team) }
            #expect(posts.map(\.staff.text) == ["t-1", "s-1"])
        }
    }
}
