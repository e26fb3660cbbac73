import EpisodeFixtures
import Statistics
import Testing

@testable import Simulation

@Suite struct RehearsalTests {
    @Test func `what is planted in a network stands in its record, and is found there`() async throws {
        try await SimulationWorld.with { world in
            let rehearsal = try Rehearsal(seed: 4, families: 2400, models: world.fixtures.models)
            let findings = try await rehearsal.run(world.simulator, world.practice)
            #expect(findings.planted.map(\.question) == [.completed, .completed, .answered])
            #expect(findings.looks == 24 * 3 - 3)
            let missing = try #require(findings.planted.last)
            #expect(missing.isFound && missing.chance > 0.99)
            let spread = try #require(findings.differences.first { $0.question.isOverdispersed })
            #expect(spread.isFound && spread.found > RehearsalFindings.draws * 9 / 10)

            // Counted at every site lies what its truth lets expect, but for the one or two of 96 that chance leaves out.
            let answers = try await rehearsal.answers(world.practice)
            let outside = answers.flatMap { zip($0.looks, $0.shares) }.count { look, share in
                guard let binomial = Binomial(cases: look.cases, chance: look.rate) else { return true }
                let tail = NormalQuantile.z998.tail
                return binomial.probability(upTo: share.numerator) < tail
                    || binomial.probability(from: share.numerator) < tail
            }
            #expect(answers.count == 4 && outside <= 2, "\(outside)")
            #expect(answers.flatMap(\.shares).allSatisfy { $0.denominator > 0 })
        }
    }

    @Test func `nothing is planted where nobody asks for it`() throws {
        let plain = SiteTraits(of: 3, seed: 4, planted: nil)
        let planted = SiteTraits(of: 3, seed: 4, planted: PlantedEffects(seed: 4, sites: 24))
        #expect((plain.arrests, plain.unknown) == (0, 0))
        #expect(plain.completion != 0 && plain.stay == planted.stay)
        #expect(planted.completion == 0 && planted.arrests != 0)
    }
}
