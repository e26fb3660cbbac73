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

    @Test func `lists wait for a message that failed and is tried again, and go on when it is given up`() async throws {
        try await NightWorld.with { night, sites in
            let order = Mutex<[String]>([])
            let isBroken = Mutex(true)
            let list = MadeJob("list") { day, _ in
                order.withLock { $0.append("list \(day)") }
                return Tally()
            }
            let digest = MadeJob("digest", after: ["list"]) { day, _ in
                order.withLock { $0.append("digest \(day)") }
                if isBroken.withLock({ $0 }) { throw JobFault.unknownTimeZone(sites[0].code, "Invented/Zone") }
                return Tally()
            }
            let worker = try night.worker([list, digest])
            #expect(try await worker.run().failed == 1)
            try night.set("2026-07-03", "03:00:00")
            // Two more dates are due. The first try of the digest was yesterday; its next ones come before any list.
            #expect(try await worker.run().failed == 1)
            #expect(order.withLock { $0 } == ["list 2026-07-01", "digest 2026-07-01", "digest 2026-07-01"])
            for minutes in ["03:06:00", "03:22:00", "04:23:00"] {
                try night.set("2026-07-03", minutes)
                _ = try await worker.run()
            }
            let afterLast = order.withLock { $0 }
            #expect(afterLast.filter { $0 == "digest 2026-07-01" }.count == 5)
            #expect(afterLast.suffix(2) == ["list 2026-07-02", "digest 2026-07-02"])
            isBroken.withLock { $0 = false }
            try night.set("2026-07-03", "05:30:00")
            _ = try await worker.run()
            #expect(
                order.withLock { Array($0.suffix(3)) } == ["digest 2026-07-02", "list 2026-07-03", "digest 2026-07-03"])
        }
    }

    @Test func `what waits for work that was given up holds up no later date`() async throws {
        try await NightWorld.with { night, _ in
            let order = Mutex<[String]>([])
            let list = MadeJob("list") { day, session in
                if "\(day)" == "2026-07-01" {
                    try await session.transaction.execute("SELECT pg_terminate_backend(pg_backend_pid())")
                }
                return Tally()
            }
            let digest = MadeJob("digest", after: ["list"]) { day, _ in
                order.withLock { $0.append("digest \(day)") }
                return Tally()
            }
            let worker = try night.worker([list, digest])
            #expect(try await worker.run().failed == 2)
            try night.set("2026-07-02", "03:00:00")
            _ = try await worker.run()
            #expect(order.withLock { $0 } == ["digest 2026-07-02"])
        }
    }
}
