import Accounts
import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Practice
import Testing
import YAMLFile

@testable import Sites

@Suite struct SettingsInForceTests {
    private let today = FixtureWorld.today

    /// The value that an episode of the record is judged by.
    private func most(of ref: String, _ world: SiteWorld) async throws -> Int? {
        let north = try #require(try await world.site())
        let ref = try #require(EpisodeRef(ref))
        return try await world.practice.withSite(north.code, for: .verify, access: .readOnly) { session in
            let ids = try await session.store.episodes([ref], site: north.id, session.transaction)
            let id = try #require(ids[ref])
            let state = try await session.store.load(
                id, in: EpisodeStream.self, site: north.id, session.transaction)
            return try state.flatMap { try session.rules.pinned($0) }?.settings.whole(.caseloadMost)
        }
    }

    private func refer(_ ref: String, on day: CivilDate, _ world: SiteWorld) async throws {
        var episode = FixtureEpisode(referredOn: day)
        episode.ref = EpisodeRef(ref)
        try await world.record(episode, at: try #require(try await world.site()))
    }

    @Test func `an episode has the values of the day that it was referred, whatever is applied later`() async throws {
        try await SiteWorld.with { world in
            let (start, change) = (today.adding(days: -400), today.adding(days: -100))
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, start), (4, change)])))
            try await refer("BEFORE", on: start.adding(days: -1), world)
            try await refer("UNDER", on: change.adding(days: -1), world)
            try await refer("AFTER", on: change, world)
            try await world.apply(
                try world.north(
                    SiteWorld.licence + world.caseload([(5, start), (4, change), (6, today.adding(days: 1))])))
            #expect(try await most(of: "BEFORE", world) == 6)
            #expect(try await most(of: "UNDER", world) == 5)
            #expect(try await most(of: "AFTER", world) == 4)
        }
    }

    @Test
    func `a changed value may begin today at the earliest once a family was referred, and tomorrow if it was today`()
        async throws
    {
        try await SiteWorld.with { world in
            try await world.apply(try world.north(SiteWorld.licence))
            let free = try await world.apply(
                try world.north(SiteWorld.licence + world.caseload([(5, today.adding(days: -300))])))
            #expect(free.newVersion == SettingsVersion(2), "nobody was referred yet")
            try await refer("FIRST", on: today.adding(days: -40), world)
            let back = try world.north(SiteWorld.licence + world.caseload([(4, today.adding(days: -30))]))
            let refusal = await #expect(throws: SiteRefusal.self) { try await world.apply(back) }
            #expect(refusal?.reasons.count == 2, "the entry that is taken out changes the past as well")
            #expect(refusal?.description.contains("the earliest day is \(today)") == true)
            let lines = back.document.split(separator: "\n", omittingEmptySubsequences: false)
            let entry = try #require(lines.firstIndex { $0.contains("caseload-most") })
            #expect(
                refusal?.reasons.map { $0.place?.line } == [nil, entry + 1], "what is taken out stands nowhere")
            #expect(try await world.site()?.settings == SettingsVersion(2), "a refused file changes nothing")
            let start = (most: 5, from: today.adding(days: -300))
            try await refer("TODAY", on: today, world)
            await #expect(throws: SiteRefusal.self) {
                try await world.apply(try world.north(SiteWorld.licence + world.caseload([start, (4, today)])))
            }
            try await world.apply(
                try world.north(SiteWorld.licence + world.caseload([start, (4, today.adding(days: 1))])))
            #expect(try await most(of: "TODAY", world) == 5)
        }
    }

    @Test func `the day that a referral is corrected to decides which values hold`() async throws {
        try await SiteWorld.with { world in
            let change = today.adding(days: -100)
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, change)])))
            try await refer("MOVED", on: change.adding(days: 3), world)
            #expect(try await most(of: "MOVED", world) == 5)
            let north = try #require(try await world.site())
            let ref = try #require(EpisodeRef("MOVED"))
            let (id, command) = try await world.practice.withSite(north.code, for: .verify, access: .readOnly) {
                session in
                let id = try #require(
                    try await session.store.episodes([ref], site: north.id, session.transaction)[ref])
                let state = try await session.store.load(
                    id, in: EpisodeStream.self, site: north.id, session.transaction)
                return (id, EpisodeCommand.refer(try #require(state?.history.facts?.referral)))
            }
            let correction = Correction(
                cause: .fileImport,
                replacements: [Correction.Replacement(StreamSeq(1), with: command, on: change.adding(days: -3))])
            try await world.practice.correct(correction, of: id, at: north.code)
            #expect(try await most(of: "MOVED", world) == 6)
        }
    }

    @Test func `a version of the configuration that cannot be read stops its own site alone`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2020-04-01"]))
            try await world.apply(try world.file("SOUTH", teams: ["X mst 2020-04-01"]))
            let north = try #require(try await world.site())
            _ = try await world.practice.withSite(north.code, for: .verify) { session in
                try await session.transaction.execute(
                    """
                    INSERT INTO site.configuration (site_id, version, applied_at, applied_by, checksum, document)
                    VALUES (\(north.id.number), 2, now(), 'later', \([UInt8](repeating: 1, count: 32)), 'novel: 1')
                    """
                )
            }
            let fault = await #expect(throws: SiteFault.self) { try await world.practice.show(north.code) }
            #expect(fault?.description.contains("version 2 of the configuration of site NORTH cannot be read") == true)
            let south = try #require(SiteCode("SOUTH"))
            #expect(try await world.practice.show(south).models.map(\.model.id) == ["mst"])
        }
    }

    @Test func `a site shows the values of a day with what sets them, and what it overrides of a model`() async throws {
        try await SiteWorld.with { world in
            let change = today.adding(days: 10)
            try await world.apply(try world.north(SiteWorld.licence + world.caseload([(5, change)])))
            let north = try #require(try await world.site())
            func caseload(on day: CivilDate?) async throws -> SiteView.Value? {
                try await world.practice.show(north.code, on: day).models.first?.values
                    .first { $0.parameter.key == .caseloadMost }
            }
            let now = try #require(try await caseload(on: nil))
            #expect(now.value == .whole(6))
            #expect(now.setting == nil)
            let then = try #require(try await caseload(on: change))
            #expect(then.value == .whole(5))
            #expect(then.setting?.reason == "tried")
            let overrides = try await world.practice.overrides(of: "mst")
            #expect(overrides.map(\.site) == [north.code])
            #expect(try await world.practice.overrides(of: "mst-can").isEmpty)
        }
    }
}
