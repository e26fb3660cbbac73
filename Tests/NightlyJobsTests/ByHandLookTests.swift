import Accounts
import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import Testing

/// What people do to nights by hand is written down; what the night does by itself is not.
@Suite struct ByHandLookTests {
    @Test func `each thing done by hand leaves one look, a night none`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try NightWorker(
                [MadeJob("trace")], practice: night.practice.asking(.programme), settings: NightSettings(), sender: nil)
            _ = try await worker.run()
            func looks() async throws -> Int {
                try await night.world.transaction(in: sites[0], access: .readOnly) { transaction in
                    try await transaction.query("SELECT 1 FROM access.look WHERE action = 'jobs.run'").count
                }
            }
            #expect(try await looks() == 0)
            let desk = try await night.desk(try night.worker([MadeJob("trace")]), at: sites[0])
            let (done, next) = (try #require(CivilDate(iso: "2026-07-01")), try #require(CivilDate(iso: "2026-07-02")))
            let steps: [() async throws -> Void] = [
                { _ = try await desk.run("trace", on: done) }, { _ = try await desk.rerun("trace", on: done) },
                { _ = try await desk.rehearse("trace", on: done) },
                { try await desk.skip("trace", on: next, because: "a holiday") },
                { _ = try await desk.withdraw("trace", on: done, because: "a mistake") },
            ]
            for (number, step) in steps.enumerated() {
                try await step()
                #expect(try await looks() == number + 1)
            }
        }
    }
}
