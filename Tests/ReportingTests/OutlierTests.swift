import CivilDate
import EpisodeFixtures
import Intervention
import Practice
import Reporting
import Sites
import Testing

/// What stands outside the limits, from the finding to the publication, over a real database.
@Suite struct OutlierTests {
    /// Eleven sites with nine of ten families completed, and `site-12` with two of ten: 101 of 120 at all of them.
    private static func with<Result: Sendable>(
        _ body: (FixtureWorld, Practice) async throws -> Result
    ) async throws -> Result {
        try await IndicatorPracticeTests.with { world, _, practice in
            for place in 1...12 {
                let code = place < 10 ? "site-0\(place)" : "site-\(place)"
                let site = try await IndicatorPracticeTests.site(code, in: world, practice)
                let completed = place == 12 ? 2 : 9
                let end = FixtureWorld.today.adding(days: -40)
                let episodes = (0..<10).map { number in
                    FixtureEpisode(
                        from: end.adding(days: -120), through: end, reason: number < completed ? "completed" : "placed")
                }
                try await world.record(episodes, on: site)
            }
            return try await body(world, practice)
        }
    }

    private static func raise(_ practice: Practice, dryRun: Bool = false) async throws -> OutlierSweep {
        // A year of whole months, to the end of May.
        let through = FixtureWorld.today.adding(days: -30)
        return try await practice.raiseOutliers(
            by: .completed, of: "mst", from: through.adding(days: -364), through: through, dryRun: dryRun)
    }

    @Test func `a site outside the limits is found once, answers, and is decided about before it is published`()
        async throws
    {
        try await Self.with { world, practice in
            let last = try #require(SiteCode("site-12"))
            let dry = try await Self.raise(practice, dryRun: true)
            #expect(dry.found.map(\.site) == [last])
            #expect(dry.found.first?.finding.signal == .alarm)
            #expect(dry.within.count == 11)
            #expect(dry.withoutCases.map(\.text) == ["north"])
            #expect(try await practice.outliers().isEmpty)
            #expect(try await Self.raise(practice).found.map(\.isNew) == [true])
            #expect(try await Self.raise(practice).found.map(\.isNew) == [false])

            let outlier = try #require(try await practice.outliers().first)
            #expect((outlier.finding.numerator, outlier.finding.denominator) == (2, 10))
            #expect((outlier.finding.networkNumerator, outlier.finding.networkDenominator) == (101, 120))
            #expect(outlier.standing == .open)
            await #expect(throws: OutlierFault.unanswered(outlier.number, due: outlier.answerDue)) {
                try await practice.take(.decided(.watch), of: outlier.number, saying: "Too early")
            }
            await #expect(throws: OutlierFault.outOfTurn(outlier.number, .open)) {
                try await practice.take(.published, of: outlier.number, saying: "Too early")
            }
            let other = try #require(SiteCode("site-01"))
            #expect(try await practice.outliers(of: other).isEmpty)
            await #expect(throws: OutlierFault.unknown(outlier.number)) {
                try await practice.answer(outlier.number, at: other, finding: .dataRight, saying: "Not ours")
            }
            _ = try await practice.answer(outlier.number, at: last, finding: .dataRight, saying: "Two vacancies")
            _ = try await practice.take(.decided(.support), of: outlier.number, saying: "The expert visits")
            let published = try await practice.take(.published, of: outlier.number, saying: "With the year's report")
            #expect(published.standing == .published && !published.isUnanswered)
            #expect(published.steps.map(\.note) == ["Two vacancies", "The expert visits", "With the year's report"])
            #expect(try await practice.outliers(of: last) == [published])
            await #expect(throws: OutlierFault.outOfTurn(outlier.number, .published)) {
                try await practice.take(.withdrawn, of: outlier.number, saying: "Too late")
            }
        }
    }

    @Test func `a site that does not answer in time is decided about without, and that is told`() async throws {
        try await Self.with { world, practice in
            _ = try await Self.raise(practice)
            let outlier = try #require(try await practice.outliers().first)
            let after = outlier.answerDue.adding(days: 1)
            world.clock.set(Instant(microseconds: Int64(after.dayNumber) * 86_400_000_000))
            let decided = try await practice.take(.decided(.review), of: outlier.number, saying: "No answer came")
            #expect(decided.standing == .decided && decided.isUnanswered)
            let published = try await practice.take(.published, of: outlier.number, saying: "The site did not answer")
            #expect(published.isUnanswered)
        }
    }

    @Test func `a text that breaks the line is refused, and nothing is kept of it`() async throws {
        try await Self.with { _, practice in
            _ = try await Self.raise(practice)
            let outlier = try #require(try await practice.outliers().first)
            let last = try #require(SiteCode("site-12"))
            await #expect(throws: OutlierFault.self) {
                try await practice.answer(outlier.number, at: last, finding: .dataRight, saying: "One\nTwo")
            }
            #expect(try await practice.outliers(of: last).first?.steps.isEmpty == true)
        }
    }
}
