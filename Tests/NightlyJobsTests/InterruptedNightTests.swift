import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Synchronization
import Testing

/// Work whose connection ended under it: nothing is wrong with the work.
@Suite struct InterruptedNightTests {
    @Test(arguments: [false, true])
    func `work whose connection ended is done again at once, before the lists move on`(_ isIdle: Bool) async throws {
        try await NightWorld.with { night, _ in
            let order = Mutex<[String]>([])
            let interruptions = Mutex(2)
            let list = MadeJob("list") { day, _ in
                order.withLock { $0.append("list \(day)") }
                return Tally()
            }
            let digest = MadeJob("digest", after: ["list"]) { day, session in
                order.withLock { $0.append("digest \(day)") }
                let isInterrupted = interruptions.withLock { left in
                    left -= 1
                    return left >= 0
                }
                if isInterrupted {
                    // As the server says it to whom it has not heard of for long, or goes away.
                    let end: Statement =
                        isIdle
                        ? "DO $$ BEGIN RAISE EXCEPTION 'idle' USING ERRCODE = '25P03'; END $$"
                        : "SELECT pg_terminate_backend(pg_backend_pid())"
                    try await session.transaction.execute(end)
                }
                return Tally()
            }
            let worker = try night.worker([list, digest])
            let first = try await worker.run()
            #expect(first.done == 2 && first.failed == 0)
            interruptions.withLock { $0 = 1 }
            try night.set("2026-07-03", "03:00:00")
            #expect(try await worker.run().isComplete)
            #expect(
                order.withLock { $0 } == [
                    "list 2026-07-01", "digest 2026-07-01", "digest 2026-07-01", "digest 2026-07-01", "list 2026-07-02",
                    "digest 2026-07-02", "digest 2026-07-02", "list 2026-07-03", "digest 2026-07-03",
                ])
        }
    }

    @Test func `work that ends every connection is left to a person after its last try`() async throws {
        try await NightWorld.with { night, sites in
            let poison = MadeJob("poison") { _, session in
                try await session.transaction.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                return Tally()
            }
            let worker = try night.worker([poison, MadeJob("after", after: ["poison"])])
            #expect(try await worker.run().failed == 2)
            let found = try await night.desk(worker, at: sites[0]).occurrences()
            #expect(found.map(\.tries) == [0, 5])
            #expect(found.map(\.state) == [.blocked, .failed])
            #expect(found.last?.retryAt == nil)
        }
    }
}
