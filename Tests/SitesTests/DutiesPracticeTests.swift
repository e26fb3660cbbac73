import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Practice
import Testing
import Vault

@testable import Sites

@Suite struct DutiesPracticeTests {
    private let today = FixtureWorld.today

    /// Two sites: the north with a family new, one long in treatment, one closed and one undecided; the south with one.
    private func withFamilies(_ body: (SiteWorld, Site) async throws -> Void) async throws {
        try await SiteWorld.with { world in
            try await world.apply(
                try world.file(teams: ["A mst 2020-04-01", "B mst-can 2020-04-01"], isLicensed: true))
            try await world.apply(try world.file("SOUTH", teams: ["X mst 2020-04-01"], isLicensed: true))
            let north = try #require(try await world.site())
            let south = try #require(try await world.site("SOUTH"))
            var fresh = family("NEW", startedOn: today.adding(days: -10))
            fresh.therapist = StaffCode("T1")
            try await world.record(fresh, at: north)
            try await world.record(family("LONG", startedOn: today.adding(days: -145)), at: north)
            let end = today.adding(months: -6)
            var closed = FixtureEpisode(from: end.adding(days: -200), through: end, model: "mst-can")
            closed.ref = EpisodeRef("CLOSED")
            try await world.record(closed, at: north)
            var referred = FixtureEpisode(referredOn: today.adding(days: -30))
            referred.ref = EpisodeRef("REFERRED")
            try await world.record(referred, at: north)
            try await world.record(family("FAR", startedOn: today.adding(days: -20)), at: south)
            try await body(world, north)
        }
    }

    private func family(_ ref: String, startedOn day: CivilDate, model: ModelID = "mst") -> FixtureEpisode {
        var episode = FixtureEpisode(referredOn: day, model: model)
        episode.ref = EpisodeRef(ref)
        episode.decision = (.accepted, day)
        episode.startedOn = day
        return episode
    }

    private func duties(
        _ world: SiteWorld, _ site: Site, of team: String? = nil, on day: CivilDate? = nil
    ) async throws -> [EpisodeDuties] {
        let team = try team.map { try #require(TeamCode($0)) }
        return try await world.practice.duties(at: site.code, of: team, on: day).episodes
    }

    @Test func `the families of the site that are owed something are listed by their reference`() async throws {
        try await withFamilies { world, north in
            let duties = try await world.practice.duties(at: north.code)
            let (day, episodes) = (duties.day, duties.episodes)
            #expect(day == today)
            #expect(episodes.map { $0.ref?.text } == ["CLOSED", "LONG", "NEW"])
            #expect(episodes.map { $0.team?.text } == ["B", "A", "A"])
            #expect(episodes.map { $0.therapist?.text } == [nil, nil, "T1"])
            #expect(episodes.map(\.model.text) == ["mst-can", "mst", "mst"])
        }
    }

    @Test func `nobody is asked about a child who died, and what was open stays open`() async throws {
        try await withFamilies { world, north in
            let child = try await world.practice.episode(try #require(EpisodeRef("NEW")), at: north.code).facts.referral
                .child
            let day = today.adding(days: -1)
            try await world.practice.recordDeath(Death(dayIsEstimated: true), of: .id(child), on: day, at: north.code)
            func asked(_ day: CivilDate) async throws -> [String] {
                try await duties(world, north, on: day).filter { $0.ref?.text == "NEW" }
                    .flatMap { $0.obligations.map(\.kind.text) }
            }
            #expect(try await asked(day.adding(days: -1)).contains("adherence-interview"))
            let after = try await asked(today)
            // Nobody rings the family; what the therapist owed of the weeks before is still to be written.
            #expect(after == ["weekly-summary", "weekly-summary"])
            let sheet = try await world.practice.episode(try #require(EpisodeRef("NEW")), at: north.code)
            #expect(sheet.death == DatedDeath(on: day, death: Death(dayIsEstimated: true)))
            #expect(sheet.facts.closing == nil)
            let others = try await duties(world, north)
            #expect(others.contains { $0.ref?.text == "CLOSED" && !$0.obligations.isEmpty })
            try await world.practice.correctDeath(of: .id(child), to: nil, because: .entryError, at: north.code)
            #expect(try await asked(today).contains("adherence-interview"))
            await #expect(throws: PeopleFault.noDeath) {
                try await world.practice.correctDeath(of: .id(child), to: nil, because: .entryError, at: north.code)
            }
        }
    }

    @Test func `an open interview slot and a follow-up that is due are owed`() async throws {
        try await withFamilies { world, north in
            let episodes = try await duties(world, north)
            let fresh = try #require(episodes.first { $0.ref?.text == "NEW" }).obligations
            #expect(fresh.map { "\($0.kind) \($0.ordinal) \($0.standing.word)" }.first == "adherence-interview 1 open")
            #expect(fresh.first?.dueOn == today.adding(days: -3))
            let closed = try #require(episodes.first { $0.ref?.text == "CLOSED" })
            #expect(
                closed.obligations.map { "\($0.kind) \($0.ordinal) \($0.standing.word)" } == [
                    "follow-up 6 open", "follow-up 12 upcoming", "follow-up 18 upcoming",
                ])
            #expect(closed.alerts.isEmpty)
        }
    }

    @Test func `the most pressing alert comes first, and of two alike the older`() async throws {
        try await withFamilies { world, north in
            let long = try #require(try await duties(world, north).first { $0.ref?.text == "LONG" })
            #expect(
                long.alerts.map { "\($0.urgency) \($0.code)" } == [
                    "urgent no-contact", "warning consent-missing", "warning weekly-summary-late",
                    "warning interview-late", "warning stay-long",
                ])
            #expect(long.alerts.map(\.since) == [-137, -145, -137, -131, -5].map { today.adding(days: $0) })
        }
    }

    @Test func `a team sees its own families, and a team that is not there is named`() async throws {
        try await withFamilies { world, north in
            let ofB = try await duties(world, north, of: "B")
            #expect(ofB.map { $0.ref?.text } == ["CLOSED"])
            let ofA = try await duties(world, north, of: "A")
            #expect(ofA.map { $0.ref?.text } == ["LONG", "NEW"])
            let fault = await #expect(throws: PracticeFault.self) { _ = try await duties(world, north, of: "X") }
            guard case .unknownTeam(let team, let known)? = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
            #expect(team.text == "X")
            #expect(known.map(\.text) == ["A", "B"])
        }
    }

    @Test func `another day has other duties, and what came later is not looked at`() async throws {
        try await withFamilies { world, north in
            let before = try await duties(world, north, on: today.adding(days: -12))
            #expect(before.map { $0.ref?.text } == ["CLOSED", "LONG"], "the new family's treatment had not begun")
            let windowPast = try await duties(world, north, of: "B", on: today.adding(days: 43))
            #expect(windowPast.isEmpty, "the follow-up's window is past, the next has not opened")
        }
    }

    @Test func `a team's own duties stand beside those to its families, and fall to nobody else`() async throws {
        try await withFamilies { world, north in
            let duties = try await world.practice.duties(at: north.code)
            #expect(duties.teams.map(\.code.text) == ["A", "B"])
            #expect(duties.teams.map(\.families) == [2, 0])
            let late = ["no-supervision", "no-consultation", "booster-late", "rota-gap"]
            #expect(Set(duties.teams[0].alerts.map(\.code.text)) == Set(late))
            #expect(duties.teams[1].alerts.isEmpty, "without families nothing asks to be looked at")
            #expect(duties.teams[0].obligations.contains { $0.kind == .supervision && $0.standing == .open })
            let code = try #require(TeamCode("A"))
            let session = TeamSession(id: .random(), with: [try #require(StaffCode("T1"))])
            try await world.practice.record(
                [
                    Engine.Entry(.holdSupervision(session), on: today),
                    Engine.Entry(.holdConsultation(TeamSession(id: .random())), on: today),
                ], to: code, at: north.code)
            let after = try await world.practice.duties(at: north.code, of: code)
            #expect(after.teams.map(\.code.text) == ["A"])
            #expect(Set(after.teams[0].alerts.map(\.code.text)) == Set(late.dropFirst(2)))
            #expect(!after.teams[0].obligations.contains { $0.kind == .supervision && $0.standing == .open })
        }
    }

    @Test func `a family is judged by the version of the model that it began under`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2020-04-01"], isLicensed: true))
            let north = try #require(try await world.site())
            let day = today.adding(days: -10)
            try await world.record(family("OLD", startedOn: day), at: north)
            let later = try LaterModel(world.fixtures.models.newest("mst"), contactGapMost: 14)
            let next = try world.upgraded(with: later)
            try await next.record(family("YOUNG", startedOn: day), at: north)
            let alerted = try await duties(next, north).filter { $0.alerts.contains { $0.code == .noContact } }
            #expect(alerted.map { $0.ref?.text } == ["OLD"])
        }
    }

    @Test func `a version that is no longer there is a fault that names it`() async throws {
        try await SiteWorld.with { world in
            try await world.apply(try world.file(teams: ["A mst 2020-04-01"], isLicensed: true))
            let north = try #require(try await world.site())
            try await world.record(family("OLD", startedOn: today.adding(days: -10)), at: north)
            let later = try LaterModel(world.fixtures.models.newest("mst"), contactGapMost: 14)
            let bare = try world.running(ModelRegistry([later]))
            let fault = await #expect(throws: PracticeFault.self) { _ = try await duties(bare, north) }
            guard case .missingModel("mst", ModelVersion(1))? = fault else {
                Issue.record("another fault: \(String(describing: fault))")
                return
            }
        }
    }
}
