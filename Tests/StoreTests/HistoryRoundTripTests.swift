import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import InventedModel
import RandomHistories
import Testing

@Suite struct HistoryRoundTripTests {
    @Test func `events of every kind are loaded as they were appended`() async throws {
        try await FixtureWorld.with(models: [InventedModel()]) { world in
            let site = try await world.site()
            try await world.teamwork(of: site)
            var generator = SplitMix64(seed: 17)
            var kinds: Set<EventName> = []
            for model in ["mst", "mst-can", "mst-fit", "invented"] as [ModelID] {
                let random = try RandomHistory(on: site, under: world.rules(model))
                for _ in 0..<8 {
                    let told = try await world.tell(random, steps: 80, using: &generator, on: site)
                    let loaded = try #require(try await world.load(told.episode, of: site))
                    #expect(loaded.history == told.history)
                    let child = try await world.transaction(in: site) { transaction in
                        try await world.store.load(told.child, in: ChildStream.self, site: site.id, transaction)
                    }
                    #expect(child?.history == told.childHistory)
                    kinds.formUnion(loaded.history.standing.map(\.event.name))
                    kinds.formUnion(told.childHistory.standing.map(\.event.name))
                    if loaded.history.head.number > Int64(loaded.history.standing.count) { kinds.insert(.corrected) }
                }
            }
            let treated = try await world.load(try await world.treatment(at: site), of: site)
            kinds.formUnion(try #require(treated).history.standing.map(\.event.name))
            // Moves between versions and the streams of teams have tests of their own.
            let told = Set(Specimens.episodes.map(\.name) + Specimens.children.map(\.name))
            #expect(kinds == told.subtracting([.episodeMoved]))
            let report = try await world.verify(site)
            #expect(report.faults == [])
            #expect(report.streams == 2 * 33 + 4)
        }
    }

    @Test func `many streams are loaded in one go, and those without events are missing`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let day = FixtureWorld.today.adding(days: -100)
            let episodes = (0..<50).map { _ in FixtureEpisode(referredOn: day) }
            try await world.record(episodes, on: site)
            let asked = episodes.map(\.id) + [EpisodeID.fresh()]
            let loaded = try await world.transaction(in: site) { transaction in
                try await world.store.load(asked, in: EpisodeStream.self, site: site.id, transaction)
            }
            #expect(Set(loaded.keys) == Set(episodes.map(\.id)))
            #expect(loaded.values.allSatisfy { $0.trail.pin?.model == "mst" })
        }
    }

    @Test func `references lead to their episodes and children`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            var episode = FixtureEpisode(referredOn: FixtureWorld.today.adding(days: -9))
            let ref = try #require(EpisodeRef("E-17"))
            episode.ref = ref
            try await world.record([episode], on: site)
            let other = try #require(EpisodeRef("E-18"))
            let found = try await world.transaction(in: site) { transaction in
                try await world.store.episodes([ref, other], site: site.id, transaction)
            }
            #expect(found == [ref: episode.id])
        }
    }
}
