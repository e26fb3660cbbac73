import Statistics
import Testing

@testable import Simulation

@Suite struct RehearsalSeriesTests {
    /// One series for all tests: 500 networks of 24 sites. From this seed on, the planted sites are middling ones.
    private static let series = RehearsalSeries(from: 4, networks: 500)

    @Test func `sites without an effect are called out as often as the exact tail says`() {
        let series = Self.series
        #expect(series.mistaken.map(\.question) == [.completed, .answered, .inSchoolOrWork])
        for tally in series.mistaken {
            #expect(tally.isWithin, "\(tally.question): \(tally.count) of \(tally.looks), expected \(tally.expected)")
        }
        // Of 69 sites' limits of 99.8 %, none or one is left by chance.
        #expect(series.mistakenBySite.count == 24 * 3 - 3)
        #expect(series.mistakenBySite.count { !$0.isWithin } <= 1)
    }

    @Test func `planted sites are found as often as the exact power says`() {
        let found = Self.series.found
        #expect(found.map(\.question) == [.completed, .completed, .answered])
        for tally in found {
            #expect(tally.isWithin, "\(tally.question) \(tally.count), expected \(tally.expected)")
        }
        // They are worth looking for, and one of them is not found every time: else the test above says nothing.
        #expect(found.allSatisfy { $0.expected > 100 })
        #expect(found.contains { $0.expected < 450 && $0.count < 450 })
    }

    @Test func `where all sites differ the test says so, and where none does it mostly does not`() throws {
        let series = Self.series
        #expect(try #require(series.overdispersed[.noNewArrests]) > 450)
        #expect(try #require(series.overdispersed[.inSchoolOrWork]) < 150)
    }

    @Test func `limits of the normal distribution would call out other numbers of sites`() throws {
        // So the exact tail is told apart from one that is only nearly right.
        let question = RehearsedQuestion.inSchoolOrWork
        let looks = RehearsedAnswer.looks(
            question, RehearsalSeries.sizes, PlantedEffects(seed: 4, sites: RehearsalSeries.sizes.count))
        var called = 0
        for seed in UInt64(4)..<504 {
            let shares = RehearsedAnswer(drawing: question, looks, seed: seed).shares
            let sum = Double(shares.reduce(0) { $0 + $1.numerator })
            let limits = try #require(FunnelLimits(around: sum / Double(shares.reduce(0) { $0 + $1.denominator })))
            for (look, share) in zip(looks, shares) where look.effect == nil {
                let value = try #require(share.value)
                let normal = try #require(limits.normal(of: look.cases, at: .z95))
                if value < normal.low || value > normal.high { called += 1 }
            }
        }
        let tally = try #require(Self.series.mistaken.first { $0.question == question })
        #expect(!tally.limits.contains(called), "\(called)")
    }

    @Test func `the same seed gives the same series`() {
        #expect(RehearsalSeries(from: 9, networks: 3) == RehearsalSeries(from: 9, networks: 3))
        #expect(RehearsalSeries(from: 9, networks: 3) != RehearsalSeries(from: 10, networks: 3))
    }
}
