import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import Practice
import Sites
import Synchronization
import Testing

/// What workers do to the ledger: each occurrence once, one site apart from the others, nothing of a lost claim.
@Suite struct WorkerTests {
    @Test func `the newest date is done the first time, and every date after it`() async throws {
        try await NightWorld.with { night, sites in
            let worker = try night.worker([MadeJob.leaving()])
            #expect(try await worker.run().done == 1)
            #expect(try await worker.run().done == 0)
            try night.set("2026-07-05", "03:00:00")
            #expect(try await worker.run().done == 4)
            #expect(
                try await night.traces(sites[0])
                    == ["2026-07-01", "2026-07-02", "2026-07-03", "2026-07-04", "2026-07-05"])
        }
    }

    @Test func `before the night's time the date before is the newest`() async throws {
        try await NightWorld.with { night, sites in
            // 02:29 and 02:30 by British Summer Time.
            try night.set("2026-07-01", "01:29:59")
            let worker = try night.worker([MadeJob.leaving()])
            _ = try await worker.run()
            #expect(try await night.traces(sites[0]) == ["2026-06-30"])
            try night.set("2026-07-01", "01:30:00")
            _ = try await worker.run()
            #expect(try await night.traces(sites[0]) == ["2026-06-30", "2026-07-01"])
        }
    }

    @Test func `every missed date ends as run or as skipped with the reason, as each job's policy says`() async throws {
        try await NightWorld.with { night, sites in
            let jobs = [
                MadeJob.leaving("all", catchUp: .all(atMostDays: 30)), MadeJob.leaving("newest", catchUp: .newest),
                MadeJob.leaving("none", catchUp: .none),
            ]
            let worker = try night.worker(jobs)
            _ = try await worker.run()
            try night.set("2027-08-05", "03:00:00")
            let report = try await worker.run()
            #expect(report.isComplete)
            let occurrences = try await night.desk(worker, at: sites[0]).occurrences()
            #expect(occurrences.count == 3 * 401)
            let open = occurrences.filter { $0.state != .done && $0.state != .skipped }
            #expect(open.isEmpty)
            let unexplained = occurrences.filter { $0.state == .skipped && $0.reason == nil }
            #expect(unexplained.isEmpty)
            #expect(try await night.traces(sites[0], of: "all").count == 1 + 31)
            #expect(try await night.traces(sites[0], of: "newest") == ["2026-07-01", "2027-08-05"])
            #expect(try await night.traces(sites[0], of: "none") == ["2026-07-01", "2027-08-05"])
        }
    }

    @Test func `workers that start together do each occurrence once`() async throws {
        try await NightWorld.with(sites: 2, connections: 12) { night, sites in
            let workers = try (0..<2).map { _ in try night.worker([MadeJob.leaving()]) }
            _ = try await workers[0].run()
            for round in 1...100 {
                night.world.clock.advance(seconds: 86_400)
                let done = try await withThrowingTaskGroup(of: Int.self) { group in
                    for worker in workers { group.addTask { try await worker.run().done } }
                    return try await group.reduce(0, +)
                }
                #expect(done == 2, "round \(round)")
            }
            for site in sites {
                let dates = try await night.traces(site)
                #expect(dates.count == 101)
                #expect(Set(dates).count == 101)
            }
        }
    }

    @Test func `a worker that was taken over commits nothing`() async throws {
        try await NightWorld.with { night, sites in
            let first = Mutex(true)
            let rescuer = try night.worker([MadeJob.leaving()], settings: NightSettings(leaseSeconds: 1))
            let slow = MadeJob("trace") { day, site in
                guard first.withLock({ $0.exchange(false) }) else {
                    return try await MadeJob.leaving().run(on: day, site: site)
                }
                // Its lease is over before it ends: the heartbeat is not heard either, for it is another's already.
                try await night.endLeases(sites[0])
                #expect(try await rescuer.run().done == 1)
                return try await MadeJob.leaving("other").run(on: day, site: site)
            }
            let report = try await night.worker([slow]).run()
            #expect(report.done == 0)
            #expect(try await night.traces(sites[0]) == ["2026-07-01"])
            #expect(try await night.traces(sites[0], of: "other").isEmpty)
            let sheet = try await night.desk(rescuer, at: sites[0]).show(
                "trace", on: #require(CivilDate(iso: "2026-07-01")))
            #expect(sheet.attempts.map(\.outcome) == ["lost", "done"])
            #expect(sheet.occurrence.fence == 2)
        }
    }

    @Test func `a site that fails leaves the others' night whole, and says why`() async throws {
        try await NightWorld.with(sites: 3) { night, sites in
            let worker = try night.worker([MadeJob.leaving()])
            _ = try await worker.run()
            try await night.spoilSettings(of: sites[1])
            night.world.clock.advance(seconds: 86_400)
            let report = try await worker.run()
            #expect(report.done == 2)
            #expect(report.failed == 1)
            #expect(!report.isComplete)
            #expect(try await night.traces(sites[0]).count == 2)
            #expect(try await night.traces(sites[1]).count == 1)
            #expect(try await night.traces(sites[2]).count == 2)
            let failed = try #require(
                try await night.desk(worker, at: sites[1]).occurrences().first { $0.state == .failed })
            #expect(failed.reason?.contains("configuration of site north2 cannot be read") == true)
        }
    }

    @Test func `a site whose clocks nobody knows fails by name, is late, and leaves the others' night whole`()
        async throws
    {
        try await NightWorld.with(sites: 2) { night, sites in
            try await night.move(sites[0], to: "Atlantis/Capital")
            let worker = try night.worker([MadeJob.leaving(), MadeJob("second", after: ["trace"])])
            let report = try await worker.run()
            #expect(report.done == 2 && report.failed == 2)
            let found = try await night.desk(worker, at: sites[0]).occurrences()
            #expect(
                found.map { "\($0.key.date) \($0.key.job) \($0.state.rawValue)" }
                    == ["2026-07-01 second blocked", "2026-07-01 trace failed"])
            #expect(
                found.last?.reason == "this system does not know the time zone Atlantis/Capital of site north: install "
                    + "tzdata, or apply the site's file with another; until then its dates are told by Europe/London")
            try night.set("2026-07-01", "05:00:31")
            let late = try await worker.figures().filter { $0.lateSeconds > 0 }
            #expect(late.map(\.site) == [sites[0].code, sites[0].code])
            try await night.move(sites[0], to: "Europe/London")
            #expect(try await worker.run().isComplete)
        }
    }

    @Test func `what follows a job that failed is blocked, and done when it was done again`() async throws {
        try await NightWorld.with { night, sites in
            let isBroken = Mutex(true)
            let jobs = [
                MadeJob("first") { _, _ in
                    if isBroken.withLock({ $0 }) { throw MadeTrouble(description: "the moon was full") }
                    return Tally()
                },
                MadeJob("second", after: ["first"]), MadeJob("third", after: ["second"]), MadeJob("apart"),
            ]
            let worker = try night.worker(jobs)
            #expect(try await worker.run().failed == 3)
            #expect(
                try await night.standing(sites[0], jobs) == [
                    "2026-07-01 apart done", "2026-07-01 first failed", "2026-07-01 second blocked",
                    "2026-07-01 third blocked",
                ])
            isBroken.withLock { $0 = false }
            // Not before its pause is over.
            #expect(try await worker.run().done == 0)
            night.world.clock.advance(seconds: 60)
            let report = try await worker.run()
            #expect(report.done == 3)
            #expect(report.isComplete)
        }
    }

    @Test func `after its last try a person has to see to it, and the next date goes on`() async throws {
        try await NightWorld.with { night, sites in
            let job = MadeJob("picky") { day, _ in
                if day.description == "2026-07-01" { throw MadeTrouble(description: "not this one") }
                return Tally()
            }
            let worker = try night.worker([job], settings: NightSettings(mostTries: 2))
            _ = try await worker.run()
            night.world.clock.advance(seconds: 3600)
            _ = try await worker.run()
            night.world.clock.advance(seconds: 86_400)
            let report = try await worker.run()
            #expect(report.done == 1)
            #expect(!report.isComplete)
            let desk = try await night.desk(worker, at: sites[0])
            let sheet = try await desk.show("picky", on: #require(CivilDate(iso: "2026-07-01")))
            #expect(sheet.attempts.map(\.outcome) == ["failed", "failed"])
            #expect(sheet.occurrence.retryAt == nil)
            try await desk.skip("picky", on: sheet.occurrence.key.date, because: "nobody needs it")
            #expect(try await worker.run().isComplete)
        }
    }

    @Test func `a job goes no date further while somebody is at one that waited for it`() async throws {
        try await NightWorld.with { night, sites in
            let order = Mutex<[String]>([])
            func noting(_ name: JobName, after: [JobName] = []) -> MadeJob {
                MadeJob(name, after: after) { day, _ in
                    order.withLock { $0.append("\(name) \(day)") }
                    return Tally()
                }
            }
            let other = try night.worker([noting("list"), noting("digest", after: ["list"])])
            let digest = MadeJob("digest", after: ["list"]) { day, _ in
                order.withLock { $0.append("digest \(day)") }
                guard day.description == "2026-07-01" else { return Tally() }
                // While this one is at it, another worker finds nothing that it could do.
                night.world.clock.advance(seconds: 86_400)
                let report = try await other.run()
                #expect(report.done == 0 && report.held == 1)
                return Tally()
            }
            _ = try await night.worker([noting("list"), digest]).run()
            let afterwards = ["list 2026-07-02", "digest 2026-07-02"]
            #expect(order.withLock { $0 } == ["list 2026-07-01", "digest 2026-07-01"] + afterwards)
        }
    }

    @Test func `jobs in an order in which one waits for a later one are refused`() async throws {
        try await NightWorld.with { night, _ -> Void in
            #expect(throws: JobFault.disordered("a", after: "b")) {
                _ = try night.worker([MadeJob("a", after: ["b"]), MadeJob("b")])
            }
        }
    }
}

extension NightWorld {
    /// Lets every lease of a site be over.
    func endLeases(_ site: FixtureSite) async throws {
        try await world.transaction(in: site) { transaction in
            try await transaction.execute(
                "UPDATE job.lease SET until = clock_timestamp() - interval '1 second' WHERE site_id = \(site.id.number)"
            )
        }
    }

    /// Says that a site is in a time zone, known or not.
    func move(_ site: FixtureSite, to zone: String) async throws {
        try await world.transaction(in: site) { transaction in
            try await transaction.execute("UPDATE site.site SET time_zone = \(zone) WHERE site_id = \(site.id.number)")
        }
    }

    /// Makes the configuration in force one that nobody can read, as a fault of the disk or of a program would.
    func spoilSettings(of site: FixtureSite) async throws {
        try await world.transaction(in: site) { transaction in
            try await transaction.execute(
                """
                INSERT INTO site.configuration (site_id, version, applied_at, applied_by, checksum, document)
                SELECT site_id, max(version) + 1, clock_timestamp(), 'fixture', sha256('x'), 'teams: [}'
                FROM site.configuration WHERE site_id = \(site.id.number) GROUP BY site_id
                """)
        }
    }
}

extension Bool {
    /// Takes a new value and gives the old one.
    mutating func exchange(_ other: Bool) -> Bool {
        defer { self = other }
        return self
    }
}
