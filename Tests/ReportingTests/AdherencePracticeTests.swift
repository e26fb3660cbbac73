import CivilDate
import EpisodeEngine
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import PrivateCluster
import Reporting
import ScratchPostgres
import Sites
import Statistics
import Testing

/// Average adherence from recorded interviews: command, record, report.
@Suite struct AdherencePracticeTests {
    private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    private func score(_ text: String) throws -> AdherenceScore { try #require(AdherenceScore(decimal: text)) }

    @Test func `interviews of the period count for who had the family on the day`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            var first = FixtureEpisode(from: try day("2025-01-06"), through: try day("2025-06-30"))
            first.therapist = StaffCode("T1")
            first.interviews = [
                (try day("2025-01-20"), try score("0.4")), (try day("2025-03-20"), try score("0.8")),
                (try day("2025-06-20"), try score("0.9")),
            ]
            var second = FixtureEpisode(from: try day("2025-01-06"), through: try day("2025-06-30"))
            second.therapist = StaffCode("T2")
            second.interviews = [(try day("2025-02-20"), try score("0.5"))]
            try await world.record([first, second], on: site)
            let moved = Allocation(team: try site.team("mst"), therapist: StaffCode("T2"))
            try await world.append(.allocate(moved), on: day("2025-03-20"), to: first.id, of: site)

            func table(_ grouping: AdherenceAverages.Grouping) async throws -> AdherenceTable {
                try await practice.adherence(
                    at: site.code, from: try day("2025-01-01"), through: try day("2025-03-31"), by: grouping)
            }

            // January 0.4 with T1; March 0.8 and February 0.5 with T2; June is not in the period.
            let csv = try await table(.therapist).csv().split(separator: "\r\n").dropFirst().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(2).prefix(6).joined(
                    separator: ",")
            }
            #expect(csv == ["T1,1,0.4,true,1,0.4", "T2,2,0.65,true,2,0.65"])
            // The first family's mean is 0.6: (0.6 + 0.5) / 2, and of interviews 1.7 / 3.
            let whole = try #require(try await table(.model).averages.rows.first)
            #expect(whole.families.rounded(to: .two) == "0.55")
            #expect(whole.interviews.rounded(to: .two) == "0.57")
            #expect(try await table(.team).text().contains("(few)"))
        }
    }

    @Test func `what was known earlier is asked for: before an interview came in, and before it was put right`()
        async throws
    {
        try await IndicatorPracticeTests.with { world, site, practice in
            var episode = FixtureEpisode(from: try day("2025-01-06"), through: try day("2025-06-30"))
            episode.therapist = StaffCode("T1")
            episode.closing = nil
            try await world.record([episode], on: site)
            let before = world.clock.shown
            let interview = Interview(
                id: .fresh(), instrument: "tam-r", result: .completed, collector: .callCentre, respondent: .mother,
                response: .score(try score("0.4")))
            try await world.append(.recordInterview(interview), on: day("2025-02-20"), to: episode.id, of: site)
            let wrong = world.clock.shown
            let moved = Allocation(team: try site.team("mst"), therapist: StaffCode("T2"))
            try await world.append(.allocate(moved), on: day("2025-02-01"), to: episode.id, of: site)

            func rows(_ knownAt: Instant?) async throws -> [String] {
                try await practice.adherence(
                    at: site.code, from: try day("2025-01-01"), through: try day("2025-03-31"), knownAt: knownAt,
                    by: .therapist
                ).csv().split(separator: "\r\n").dropFirst().map { line in
                    line.split(separator: ",", omittingEmptySubsequences: false).prefix(8).joined(separator: ",")
                }
            }

            #expect(try await rows(before) == [])
            #expect(try await rows(wrong) == ["mst,north-mst,T1,1,0.4,true,1,0.4"])
            #expect(try await rows(nil) == ["mst,north-mst,T2,1,0.4,true,1,0.4"])
            let ahead = world.clock.shown.adding(microseconds: 3_600_000_000_000)
            await #expect(throws: ReportFault.self) { try await rows(ahead) }
        }
    }

    @Test func `facts of interviews that an older version wrote are refused, not left out`() async throws {
        try await IndicatorPracticeTests.with { world, site, practice in
            var episode = FixtureEpisode(from: try day("2025-01-06"), through: try day("2025-06-30"))
            episode.interviews = [(try day("2025-01-20"), try score("0.4"))]
            try await world.record([episode], on: site)
            try await Connection.withConnection(to: world.database.target(.administrator)) { connection in
                try await connection.execute("DELETE FROM reporting.interview_fact")
                try await connection.execute("UPDATE reporting.episode_fact SET shape = 3")
            }
            await #expect(throws: ReportFault.staleFacts(1)) {
                try await practice.adherence(
                    at: site.code, from: try day("2025-01-01"), through: try day("2025-03-31"), by: .model)
            }
        }
    }
}
