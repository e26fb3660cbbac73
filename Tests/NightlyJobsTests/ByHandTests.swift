import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Practice
import Synchronization
import Testing

/// What people do to nights by hand, and what the calendar makes of it.
@Suite struct ByHandTests {
    private static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

    @Test func `a date that was left out beforehand leaves no gap before it`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try night.worker([MadeJob.leaving()])
            _ = try await worker.run()
            let desk = try await night.desk(worker, at: sites[0])
            try await desk.skip("trace", on: Self.day("2026-07-04"), because: "a holiday")
            try night.set("2026-07-05", "03:00:00")
            let report = try await worker.run()
            #expect(report.isComplete)
            #expect(
                try await night.traces(sites[0]) == ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-05"])
        }
    }

    @Test func `doing today by hand after an outage loses no missed date, and doing a distant one makes none`()
        async throws
    {
        try await NightWorld.with(sites: 2) { night, sites in
            let worker = try night.worker([MadeJob.leaving()])
            _ = try await night.desk(worker, at: sites[1]).run("trace", on: Self.day("2001-01-01"))
            _ = try await worker.run()
            #expect(try await night.traces(sites[1]) == ["2001-01-01", "2026-07-01"])
            try night.set("2026-07-04", "03:00:00")
            _ = try await night.desk(worker, at: sites[0]).run("trace", on: Self.day("2026-07-04"))
            #expect(try await worker.run().isComplete)
            #expect(
                try await night.traces(sites[0]) == ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04"])
        }
    }

    @Test func `nobody does by hand what waits for a job that is not done`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try night.worker([MadeJob("list"), MadeJob("digest", after: ["list"])])
            let desk = try await night.desk(worker, at: sites[0])
            let date = try Self.day("2026-07-01")
            let key = OccurrenceKey(site: sites[0].code, job: "digest", date: date)
            await #expect(throws: JobFault.waits(key, for: "list")) { try await desk.run("digest", on: date) }
            #expect(try await desk.run("list", on: date).state == .done)
            #expect(try await desk.run("digest", on: date).state == .done)
        }
    }

    @Test func `work that is stopped is given back at once, and what was done is told`() async throws {
        try await NightWorld.with { night, sites in
            let reached = AsyncStream<Void>.makeStream()
            let isFirst = Mutex(true)
            let slow = MadeJob("slow") { _, _ in
                guard isFirst.withLock({ $0.exchange(false) }) else { return Tally() }
                reached.continuation.yield()
                // Ends when the task is cancelled, and not before.
                try await Task.sleep(for: .seconds(3600))
                return Tally()
            }
            let worker = try night.worker([MadeJob.leaving(), slow])
            let work = Task { try await worker.run() }
            for await _ in reached.stream { break }
            work.cancel()
            let report = try await work.value
            #expect(report.done == 1 && report.failed == 0 && report.isStopped)
            #expect(!report.isComplete)
            let again = try await worker.run()
            #expect(again.done == 1 && again.isComplete)
        }
    }

    @Test func `a message that nobody takes for a week is taken back, with the reason`() async throws {
        try await NightWorld.with { night, sites in
            let sender = OutboxTests.Noting()
            sender.isBroken.withLock { $0 = true }
            let job = MadeJob("digests", catchUp: .none) { day, site in
                guard day.description == "2026-07-01", let staff = StaffCode("t-1") else { return Tally() }
                let message = Message(to: staff, "digest", subject: "x", body: "x\n")
                return Tally(changes: ["messages": try await site.post([message])])
            }
            let worker = try night.worker([job], sender: sender)
            #expect(try await worker.run().unsent == 1)
            night.world.clock.advance(seconds: 8 * 86_400)
            sender.isBroken.withLock { $0 = false }
            let report = try await worker.run()
            #expect(report.sent == 0 && report.unsent == 0)
            let sheet = try await night.desk(worker, at: sites[0]).show("digests", on: Self.day("2026-07-01"))
            #expect(sheet.messages.map(\.state) == ["withdrawn"])
            #expect(sheet.messages.first?.reason == "not handed over within 7 days: the post office is closed")
        }
    }
}
