import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import Vault

@testable import Sites

@Suite struct MeasureReturnTests {
    /// A team that opened fifty days ago with two therapists and a supervisor, and was supervised once.
    private func withTeam(
        therapists: Int = 2, _ body: (SiteWorld, Site, TeamCode) async throws -> Void
    ) async throws {
        try await SiteWorld.with { world in
            let opened = FixtureWorld.today.adding(days: -50)
            let posts = (1...therapists).map {
                "      - {code: t-0\($0), role: therapist, fte: 1, from: \(opened)}"
            }
            let text = """
                code: NORTH
                name: North House
                jurisdiction: england
                timeZone: Europe/London
                teams:
                  - code: A
                    model: mst
                    startedOn: \(opened)
                    staff:
                      - {code: s-01, role: supervisor, fte: 1, from: \(opened)}
                """ + "\n" + posts.joined(separator: "\n")
            try await world.apply(try SiteFile.read(Array(text.utf8), models: world.fixtures.models))
            let site = try #require(try await world.site())
            let team = try #require(TeamCode("A"))
            let session = TeamSession(id: .random())
            try await world.practice.record(
                [Engine.Entry(.holdSupervision(session), on: opened.adding(days: 5))], to: team, at: site.code)
            try await body(world, site, team)
        }
    }

    private func giveBack(
        _ rater: String, score: String = "0.7", _ world: SiteWorld, _ site: Site, _ team: TeamCode
    ) async throws {
        let score = try #require(AdherenceScore(decimal: score))
        let answers = RatedAnswers(about: StaffCode("s-01"), score: score)
        try await world.practice.returnMeasure(
            .supervisor, answers, by: try #require(StaffCode(rater)), of: team, at: site.code)
    }

    @Test func `a return is counted once, and nothing on record says whose it is`() async throws {
        try await withTeam { world, site, team in
            try await giveBack("t-01", world, site, team)
            let facts = try #require(try await world.history(of: "A", site)?.facts)
            #expect(facts.returns.map(\.value.about?.text) == ["s-01"])
            await #expect(throws: PracticeFault.self) { try await giveBack("t-01", world, site, team) }
            #expect(try await world.history(of: "A", site)?.facts?.returns.count == 1)
            let traces = try await world.count(
                """
                SELECT count(*) FROM record.event
                WHERE kind = 'measure-returned' AND (payload::text || recorded_by || coalesce(on_behalf_of, '')) LIKE '%t-01%'
                """, of: site)
            #expect(traces == 0)
            let author = try await world.count(
                "SELECT count(*) FROM record.event WHERE kind = 'measure-returned' AND recorded_by = 'measure-box'",
                of: site)
            #expect(author == 1)
            let owing = try await world.count("SELECT count(*) FROM duty.measure_rater", of: site)
            #expect(owing == 1)
        }
    }

    @Test func `who does not rate, or is not in the team, owes nothing`() async throws {
        try await withTeam { world, site, team in
            for stranger in ["s-01", "t-09"] {
                await #expect(throws: PracticeFault.self) { try await giveBack(stranger, world, site, team) }
            }
            let slots = try await world.count("SELECT count(*) FROM duty.measure_slot", of: site)
            #expect(slots == 0)
        }
    }

    @Test func `the box is emptied when the next slot is opened`() async throws {
        try await withTeam { world, site, team in
            try await giveBack("t-01", world, site, team)
            let later = FixtureWorld.today.adding(days: 30)
            world.fixtures.clock.set(Instant(microseconds: Int64(later.dayNumber) * 86_400_000_000))
            try await world.practice.record(
                [Engine.Entry(.holdSupervision(TeamSession(id: .random())), on: later)], to: team, at: site.code)
            try await giveBack("t-02", world, site, team)
            let open = try await world.count("SELECT count(*) FROM duty.measure_slot", of: site)
            #expect(open == 2, "a slot that was opened is not opened again")
            let owing = try await world.count("SELECT count(*) FROM duty.measure_rater", of: site)
            #expect(owing == 1)
            let slots = try await world.history(of: "A", site)?.facts?.returns.map(\.value.slotFrom)
            #expect(Set(slots ?? []).count == 2)
        }
    }

    @Test func `somebody whom the measure does not rate is refused with those whom it rates`() async throws {
        try await withTeam { world, site, team in
            let answers = RatedAnswers(about: StaffCode("t-02"), score: AdherenceScore(decimal: "0.7"))
            let fault = await #expect(throws: PracticeFault.self) {
                try await world.practice.returnMeasure(
                    .supervisor, answers, by: try #require(StaffCode("t-01")), of: team, at: site.code)
            }
            guard case .unknownColleague(_, let known)? = fault else {
                Issue.record("\(String(describing: fault))")
                return
            }
            #expect(known.map(\.text) == ["s-01"])
        }
    }

    @Test func `two raters give no figure, three give the mean once the slot is over`() async throws {
        try await withTeam(therapists: 4) { world, site, team in
            try await giveBack("t-01", score: "0.4", world, site, team)
            try await giveBack("t-02", score: "0.6", world, site, team)
            #expect(try await world.practice.measures(of: team, at: site.code).summaries.isEmpty)
            let later = FixtureWorld.today.adding(days: 30)
            world.fixtures.clock.set(Instant(microseconds: Int64(later.dayNumber) * 86_400_000_000))
            try await world.practice.record(
                [Engine.Entry(.holdSupervision(TeamSession(id: .random())), on: later)], to: team, at: site.code)
            for (rater, score) in [("t-01", "0.5"), ("t-02", "0.6"), ("t-03", "0.7")] {
                try await giveBack(rater, score: score, world, site, team)
            }
            let end = later.adding(days: 90)
            world.fixtures.clock.set(Instant(microseconds: Int64(end.dayNumber) * 86_400_000_000))
            let sheet = try await world.practice.measures(of: team, at: site.code)
            #expect(sheet.least == 3)
            #expect(sheet.summaries.map(\.raters) == [nil, 3])
            #expect(sheet.summaries.map(\.whole.description) == ["too few raters", "0.6"])
        }
    }
}
