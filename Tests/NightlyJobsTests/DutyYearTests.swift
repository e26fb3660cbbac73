import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import RandomHistories
import Testing

/// A year's nights one by one, and the same year caught up with at once.
@Suite struct DutyYearTests {
    /// A job of which every missed date is done.
    private struct EveryDate: NightlyJob {
        let job: any NightlyJob
        var name: JobName { job.name }
        var summary: String { job.summary }
        var predecessors: [JobName] { job.predecessors }
        var catchUp: CatchUp { .all(atMostDays: 500) }

        func run(on day: CivilDate, site: NightSession) async throws -> Tally {
            try await job.run(on: day, site: site)
        }
    }

    private static let first = FixtureWorld.today.adding(days: -300)
    private static let nights = 366

    @Test func `a year night by night and the year caught up with at once give the same lists`() async throws {
        try await NightWorld.with { night, sites in
            let site = sites[0]
            var chance = SplitMix64(seed: 7)
            for model in ["mst", "mst-can", "mst-fit"] as [ModelID] {
                let random = try RandomHistory(on: site, under: night.world.rules(model))
                for _ in 0..<3 { _ = try await night.world.tell(random, steps: 40, using: &chance, on: site) }
            }
            let worker = try night.worker([EveryDate(job: ObligationsJob()), EveryDate(job: AlertsJob()), DigestsJob()])
            for number in 0..<Self.nights {
                try night.set("\(Self.first.adding(days: number))", "03:00:00")
                let report = try await worker.run()
                #expect(report.isComplete && report.done == 3)
            }
            let oneByOne = try await night.duties(site)
            let reads = try await night.desk(worker, at: site).occurrences(of: "obligations").map(\.tally.read)
            try await night.forgetNights()
            try night.set("\(Self.first)", "03:00:00")
            _ = try await worker.run()
            try night.set("\(Self.first.adding(days: Self.nights - 1))", "03:00:00")
            let report = try await worker.run()
            #expect(report.isComplete)
            #expect(report.done == 2 * (Self.nights - 1) + 1)
            #expect(report.skipped == Self.nights - 2)
            #expect(try await night.duties(site) == oneByOne)
            #expect(oneByOne.contains { $0.hasPrefix("obligation ") && $0.contains("\"episode\"") })
            // Three teams are looked at every night; of nine families few are.
            #expect(reads.count == Self.nights)
            #expect(reads.dropFirst().reduce(0) { $0 + $1 - 3 } < 9 * Self.nights / 3)
        }
    }
}
