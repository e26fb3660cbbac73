import CivilDate
import EpisodeFixtures
import Intervention
import Postgres
import Practice
import Sites
import Synchronization
import Testing

@testable import NightlyJobs

/// How nights are seen: lists, rehearsals, figures for a monitor, and when a worker wakes again.
@Suite struct NightSightTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private static let failing = MadeJob("failing") { _, _ in throw MadeTrouble(description: "the rota is missing") }

    @Test func `a list shows what was done, what is late, and what nobody planned`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try night.worker([MadeJob.leaving(), Self.failing])
            _ = try await worker.run()
            let desk = try await night.desk(worker, at: sites[0])
            var listed = try await desk.list()
            #expect(listed.map { "\($0.key.job) \($0.isLate)" } == ["trace false", "failing false"])
            try night.set("2026-07-02", "05:00:01")
            listed = try await desk.list()
            #expect(
                listed.map { "\($0.key.date) \($0.key.job) \($0.occurrence?.state.rawValue ?? "-") \($0.isLate)" } == [
                    "2026-07-01 trace done false", "2026-07-01 failing failed true", "2026-07-02 trace - true",
                    "2026-07-02 failing - true",
                ])
            let first = try day("2026-07-01")
            #expect(try await desk.list(of: "trace", from: first, through: first).count == 1)
        }
    }

    @Test func `a rehearsal of a night lets each job see what those before it made, and keeps nothing`() async throws {
        try await NightWorld.with { night, sites in
            let counting = MadeJob("counting", after: ["trace"]) { _, session in
                let rows = try await session.transaction.query(
                    "SELECT count(*) FROM duty.quality WHERE site_id = \(session.site.id.number)"
                ).column(0, as: Int.self).first
                return Tally(read: rows ?? 0, changes: ["seen": rows ?? 0], lines: ["seen \(rows ?? 0)"])
            }
            let worker = try night.worker([MadeJob.leaving(), counting])
            _ = try await worker.run()
            try night.set("2026-07-03", "03:00:00")
            let site = try #require(try await worker.sites([sites[0].code]).first)
            let rehearsed = try await worker.rehearse(at: site)
            #expect(
                rehearsed.map { "\($0.key.date) \($0.key.job) \($0.tally?.sentence ?? "-")" } == [
                    "2026-07-02 trace rows 1", "2026-07-02 counting seen 2", "2026-07-03 trace rows 1",
                    "2026-07-03 counting seen 3",
                ])
            #expect(rehearsed.last?.tally?.lines == ["seen 3"])
            #expect(try await night.traces(sites[0]) == ["2026-07-01"])
            #expect(try await night.desk(worker, at: sites[0]).occurrences().count == 2)
            #expect(try await worker.run().done == 4)
        }
    }

    @Test func `a rehearsal says what would go wrong, and which dates would be left out`() async throws {
        try await NightWorld.with { night, sites in
            let newest = MadeJob("failing", catchUp: .newest) { _, _ in throw MadeTrouble(description: "no") }
            let worker = try night.worker([newest])
            _ = try await worker.run()
            try night.set("2026-07-03", "03:00:00")
            let site = try #require(try await worker.sites([sites[0].code]).first)
            let rehearsed = try await worker.rehearse(at: site)
            #expect(rehearsed.map(\.key.date.description) == ["2026-07-02", "2026-07-01"])
            #expect(rehearsed.map { $0.tally == nil } == [true, true])
            #expect(rehearsed[0].reason?.contains("newest date, 2026-07-03") == true)
            #expect(rehearsed[1].reason == "no")
        }
    }

    @Test func `the figures tell the last success, what is late, what failed and what waits`() async throws {
        try await NightWorld.with { night, sites in
            let digests = MadeJob("digests") { _, session in
                let staff = try #require(StaffCode("t-1"))
                return Tally(changes: [
                    "messages": try await session.post([Message(to: staff, "digest", subject: "x", body: "y")])
                ])
            }
            let worker = try night.worker([digests, Self.failing])
            var figures = try await worker.figures()
            #expect(figures.map(\.lastSuccess) == [nil, nil])
            _ = try await worker.run()
            try night.set("2026-07-01", "05:00:31")
            figures = try await worker.figures()
            #expect(figures.map(\.job) == ["digests", "failing"])
            #expect(figures[0].lastSuccess?.description.hasPrefix("2026-07-01T03:00:00") == true)
            #expect(figures.map(\.changed) == [1, 0])
            #expect(figures.map(\.waiting) == [1, 0])
            #expect(figures.map(\.failed) == [0, 1])
            #expect(figures[0].lateSeconds == 0)
            #expect((30...32).contains(figures[1].lateSeconds))
            // Nobody came for two days: also what never failed is late now.
            try night.set("2026-07-03", "06:00:00")
            #expect(try await worker.figures()[0].lateSeconds > 86_400)
        }
    }

    @Test func `a worker wakes for the next try, for the next night, and at the latest after ten minutes`() async throws
    {
        try await NightWorld.with { night, _ in
            let worker = try night.worker([Self.failing])
            _ = try await worker.run()
            let now = night.practice.now()
            let wait = try await worker.nextWaking().microseconds - now.microseconds
            #expect((50_000_000...61_000_000).contains(wait), "the first try again comes after a minute")
            let idle = try night.worker([MadeJob.leaving()])
            try night.set("2026-07-02", "01:25:00")
            #expect(try await idle.nextWaking().description.hasPrefix("2026-07-02T01:30:00"))
            try night.set("2026-07-02", "12:00:00")
            #expect(try await idle.nextWaking().description.hasPrefix("2026-07-02T12:10:00"))
        }
    }

    @Test func `a site's own time goes before the service's`() async throws {
        try await NightWorld.with { night, _ in
            let file = """
                code: own
                name: Own
                jurisdiction: england
                timeZone: Europe/London
                nightly: {at: "04:15"}
                teams: []

                """
            _ = try await night.practice.apply(try SiteFile.read(Array(file.utf8), models: night.world.models))
            let worker = try night.worker([MadeJob("made")])
            let code = try #require(SiteCode("own"))
            let site = try #require(try await worker.sites([code]).first)
            try night.set("2026-07-01", "03:14:00")
            _ = try await worker.run(at: [code])
            let desk = NightDesk(worker, at: site)
            #expect(try await desk.occurrences().map(\.key.date.description) == ["2026-06-30"])
            #expect(try await worker.nextWaking().description.hasPrefix("2026-07-01T03:15:00"))
            try night.set("2026-07-01", "03:15:00")
            _ = try await worker.run(at: [code])
            #expect(try await desk.occurrences().map(\.key.date.description) == ["2026-06-30", "2026-07-01"])
        }
    }

    @Test func `a site that is set up after its night began is not late before its next night`() async throws {
        try await NightWorld.with { night, _ in
            try night.set("2026-07-01", "10:00:00")
            let file = "code: new\nname: New\njurisdiction: england\ntimeZone: Europe/London\nteams: []\n"
            _ = try await night.practice.apply(try SiteFile.read(Array(file.utf8), models: night.world.models))
            let worker = try night.worker([MadeJob("made")])
            let code = try #require(SiteCode("new"))
            let site = try #require(try await worker.sites([code]).first)
            func late() async throws -> Int64? {
                try await worker.figures().first { $0.site == code }?.lateSeconds
            }
            #expect(try await late() == 0)
            #expect(try await NightDesk(worker, at: site).list().isEmpty)
            #expect(try await worker.run(at: [code]).done == 1)
            #expect(try await NightDesk(worker, at: site).list().map(\.isLate) == [false])
            try night.set("2026-07-02", "05:00:31")
            #expect(try await late() == 31)
        }
    }

    @Test func `a worker that is told to end begins nothing more`() async throws {
        try await NightWorld.with(sites: 3) { night, sites in
            let begun = Mutex(0)
            let job = MadeJob("slow") { _, _ in
                begun.withLock { $0 += 1 }
                return Tally()
            }
            let worker = try NightWorker(
                [job], practice: night.practice, settings: NightSettings(width: 1), sender: nil,
                goesOn: { begun.withLock { $0 } == 0 })
            let report = try await worker.run()
            #expect(report.done == 1)
            #expect(begun.withLock { $0 } == 1)
        }
    }
}
