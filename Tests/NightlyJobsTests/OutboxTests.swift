import CivilDate
import EpisodeFixtures
import Intervention
import NightlyJobs
import Postgres
import Practice
import Synchronization
import Testing

/// What leaves by the outbox: each message once, and nothing that was taken back.
@Suite struct OutboxTests {
    /// Notes what it was handed.
    final class Noting: MessageSender {
        let ids = Mutex<[String]>([])
        let isBroken = Mutex(false)

        func send(_ outgoing: Outgoing) async throws {
            if isBroken.withLock({ $0 }) { throw JobFault.notSent("the post office is closed") }
            ids.withLock { $0.append(outgoing.id) }
        }
    }

    private static func staff(_ text: String) throws -> StaffCode { try #require(StaffCode(text)) }

    private static func digest(_ words: String = "hello") -> MadeJob {
        MadeJob("digests") { day, site in
            let messages = ["t-1", "t-2"].compactMap { StaffCode($0) }
                .map { Message(to: $0, "digest", subject: "\(day)", body: "\(words)\n") }
            return Tally(read: 2, changes: ["messages": try await site.post(messages)])
        }
    }

    private let first = "2026-07-01"

    @Test func `a message leaves once, also when its night is done again`() async throws {
        try await NightWorld.with { night, sites in
            let sender = Noting()
            let worker = try night.worker([Self.digest()], sender: sender)
            let report = try await worker.run()
            #expect(report.sent == 2)
            let changed = try night.worker([Self.digest("again")], sender: sender)
            let day = try #require(CivilDate(iso: first))
            let again = try await night.desk(changed, at: sites[0]).rerun("digests", on: day)
            #expect(again.state == .done)
            #expect(again.tally.changed == 0)
            #expect(try await changed.run().sent == 0)
            #expect(
                sender.ids.withLock { $0 }
                    == ["digest+\(first)+t-1+digests+north", "digest+\(first)+t-2+digests+north"])
        }
    }

    @Test func `what waits can be taken back, and a new run makes it again`() async throws {
        try await NightWorld.with { night, sites in
            let sender = Noting()
            let worker = try night.worker([Self.digest()], settings: NightSettings(holdMinutes: 30), sender: sender)
            #expect(try await worker.run().sent == 0)
            let day = try #require(CivilDate(iso: first))
            let desk = try await night.desk(worker, at: sites[0])
            let taken = try await desk.withdraw("digests", on: day, because: "wrong rota")
            #expect(taken == (2, 0))
            night.world.clock.advance(seconds: 3600)
            #expect(try await worker.run().sent == 0)
            #expect(try await desk.rerun("digests", on: day).tally.changed == 2)
            night.world.clock.advance(seconds: 3600)
            #expect(try await worker.run().sent == 2)
            #expect(try await desk.withdraw("digests", on: day, because: "too late") == (0, 2))
        }
    }

    @Test func `what cannot be handed over stays, with the reason, and leaves later`() async throws {
        try await NightWorld.with { night, sites in
            let sender = Noting()
            sender.isBroken.withLock { $0 = true }
            let worker = try night.worker([Self.digest()], sender: sender)
            let report = try await worker.run()
            #expect(report.unsent == 2)
            #expect(!report.isComplete)
            let day = try #require(CivilDate(iso: first))
            let sheet = try await night.desk(worker, at: sites[0]).show("digests", on: day)
            #expect(sheet.messages.map(\.reason) == ["the post office is closed", "the post office is closed"])
            sender.isBroken.withLock { $0 = false }
            #expect(try await worker.run().sent == 2)
        }
    }

    @Test func `a rehearsal says what would change and changes nothing`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try night.worker([Self.digest()])
            let day = try #require(CivilDate(iso: first))
            let desk = try await night.desk(worker, at: sites[0])
            #expect(try await desk.rehearse("digests", on: day).changes == ["messages": 2])
            #expect(try await desk.occurrences().isEmpty)
            await #expect(throws: JobFault.self) { try await desk.rehearse("digests", on: day.adding(days: 1)) }
        }
    }
}
