import CivilDate
import EpisodeEngine
import EpisodeFixtures
import EpisodeStore
import Intervention
import Testing

@Suite struct HistoryRoundTripTests {
    @Test func `what was appended is loaded again`() async throws {
        try await FixtureWorld.with { world in
            let site = try await world.site()
            let random = RandomHistory(site: site, rules: try world.rules("mst-can"))
            var generator = SplitMix64(seed: 7)
            for _ in 0..<20 {
                let told = try await world.tell(random, steps: 60, using: &generator, on: site)
                let loaded = try #require(try await world.load(told.episode, of: site))
                #expect(loaded.history == told.history)
            }
            let report = try await world.verify(site)
            #expect(report.faults == [])
            #expect(report.events > 600)
        }
    }
}
