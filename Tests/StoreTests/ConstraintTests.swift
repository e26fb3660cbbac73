import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Postgres
import Testing

@Suite struct ConstraintTests {
    private let day = FixtureWorld.today.adding(days: -200)

    /// The store's fault in what was thrown, also when the database refused at the commit.
    private func code(_ body: () async throws -> Void) async -> StoreFault.Code? {
        do {
            try await body()
            return nil
        } catch let fault as StoreFault {
            return fault.code
        } catch let fault as PostgresFault {
            return StoreFault(constraint: fault)?.code
        } catch {
            return nil
        }
    }

    @Test func `a child has one open episode at a time`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let first = FixtureEpisode(from: day, through: day.adding(days: 50))
            var second = FixtureEpisode(from: day.adding(days: 49), through: day.adding(days: 90))
            second.child = first.child
            #expect(await code { try await world.record([first, second], on: site) } == .openEpisodeExists)
            var third = FixtureEpisode(from: day.adding(days: 50), through: day.adding(days: 90))
            third.child = first.child
            #expect(await code { try await world.record([first, third], on: site) } == nil)
        }
    }

    @Test func `two episodes may overlap within a transaction that puts them right`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let first = FixtureEpisode(from: day, through: day.adding(days: 50))
            var second = FixtureEpisode(from: day.adding(days: 50), through: day.adding(days: 90))
            second.child = first.child
            try await world.record([first, second], on: site)
            let rules = try world.rules()
            func close(_ offset: Int) -> Correction<EpisodeCommand> {
                Correction(
                    cause: .entryError,
                    replacements: [
                        .init(StreamSeq(4), with: .close(Closing(reason: "moved")), on: day.adding(days: offset))
                    ]
                )
            }
            try await world.transaction(in: site) { transaction in
                for offset in [70, 45] {
                    try await world.store.append(
                        [.correct(close(offset), of: first.id, in: EpisodeStream.self) { _ in rules }], site: site.id,
                        by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
                    )
                }
            }
            #expect(await code { try await world.correct(close(70), of: first.id, on: site) } == .openEpisodeExists)
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `a reference belongs to one episode`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            var (first, second) = (FixtureEpisode(referredOn: day), FixtureEpisode(referredOn: day))
            first.ref = EpisodeRef("E-1")
            second.ref = EpisodeRef("E-1")
            let (one, other) = (first, second)
            #expect(await code { try await world.record([one, other], on: site) } == .referenceTaken)
        }
    }

    @Test func `an episode is of a team and a child that the site has`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let stranger = FixtureSite(
                id: site.id, code: site.code, teams: ["mst": TeamID.fresh()]
            )
            let lost = FixtureEpisode(referredOn: day)
            #expect(await code { try await world.record([lost], on: stranger) } == .unknownTeam)
            let orphan = FixtureEpisode(referredOn: day)
            let referral = Referral(child: orphan.child, ref: nil, model: "mst", team: try site.team())
            #expect(
                await code { try await world.append(.refer(referral), on: day, to: orphan.id, of: site) }
                    == .unknownChild
            )
        }
    }

    @Test func `an episode keeps the model, version and settings that it began under`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let episode = FixtureEpisode(referredOn: day)
            try await world.record([episode], on: site)
            let rules = try world.rules(settings: SettingsVersion(2))
            let found = await code {
                try await world.transaction(in: site) { transaction in
                    _ = try await world.store.append(
                        [
                            .record(
                                [Engine.Entry(.screen(Screening(.accepted)), on: day)], to: episode.id,
                                in: EpisodeStream.self
                            ) { _ in rules }
                        ], site: site.id, by: FixtureWorld.author(), today: FixtureWorld.today, in: transaction
                    )
                }
            }
            let other = ModelEnvelope(model: "mst", version: ModelVersion(1), settings: SettingsVersion(2))
            #expect(found == .notPinned(other))
        }
    }

    @Test func `a corrected referral may bring another model and its pin`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let episode = FixtureEpisode(referredOn: day)
            try await world.record([episode], on: site)
            let referral = Referral(
                child: episode.child, ref: nil, model: "mst-can", team: try site.team("mst-can")
            )
            let correction = Correction<EpisodeCommand>(
                cause: .entryError, replacements: [.init(StreamSeq(1), with: .refer(referral), on: day)]
            )
            try await world.correct(correction, of: episode.id, on: site, model: "mst-can")
            #expect(try await world.load(episode.id, of: site)?.trail.pin?.model == "mst-can")
            try await world.append(.screen(Screening(.accepted)), on: day, to: episode.id, of: site, model: "mst-can")
            #expect(try await world.verify(site).faults == [])
        }
    }

    @Test func `what a fault says holds no value of anybody`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            var (first, second) = (FixtureEpisode(referredOn: day), FixtureEpisode(referredOn: day))
            first.ref = EpisodeRef("SECRET-7")
            second.ref = EpisodeRef("SECRET-7")
            do {
                try await world.record([first, second], on: site)
                Issue.record("two episodes have one reference")
            } catch {
                #expect(!"\(error)".contains("SECRET"))
                #expect(!String(reflecting: error).contains("SECRET"))
            }
        }
    }

    @Test func `models that open episodes need and the programme does not have are named`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            try await world.record([FixtureEpisode(referredOn: day, model: "mst-can")], on: site)
            let poorer = EpisodeStore(
                models: try ModelRegistry(world.models.models.filter { $0.id == "mst" }), vault: world.vault,
                clock: world.clock.recordClock
            )
            let missing = try await world.transaction(in: site) { transaction in
                try await poorer.missingModels(site: site.id, in: transaction).map(\.model)
            }
            #expect(missing == ["mst-can"])
        }
    }
}
