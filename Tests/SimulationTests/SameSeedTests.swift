import CivilDate
import EpisodeFixtures
import Simulation
import Testing

struct SameSeedTests {
    private func events(seed: UInt64, writers: Int = 2) async throws -> [String] {
        try await SimulationWorld.with { world in
            try await world.make(sites: 3, families: 60, months: 12, seed: seed, writers: writers)
            return try await world.events()
        }
    }

    @Test func `the same seed gives the same events, however many write them`() async throws {
        let one = try await events(seed: 5, writers: 1)
        let three = try await events(seed: 5, writers: 3)
        #expect(one.count > 1000)
        #expect(one == three)
    }

    @Test func `another seed gives other events`() async throws {
        let (one, other) = (Set(try await events(seed: 5)), Set(try await events(seed: 6)))
        #expect(one.isDisjoint(with: other))
    }
}
