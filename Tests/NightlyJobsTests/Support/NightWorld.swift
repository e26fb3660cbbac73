import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import NightlyJobs
import Postgres
import Practice
import ScratchPostgres
import Sites

/// A database with configured sites, over which workers do their nights by the test's clock.
struct NightWorld: Sendable {
    let world: FixtureWorld
    let practice: Practice

    /// Lends one with so many sites: `north`, `north2`, ...
    static func with<Result: Sendable>(
        sites count: Int = 1, connections: Int = 8, models: [any InterventionModel] = [],
        _ body: (NightWorld, [FixtureSite]) async throws -> Result
    ) async throws -> Result {
        try await FixtureWorld.with(connections: connections, models: models) { world in
            let practice = Practice(
                application: world.pool, reporting: world.pool, store: world.store, models: world.models,
                clock: world.clock.recordClock)
            let night = NightWorld(world: world, practice: practice)
            var sites: [FixtureSite] = []
            for number in 1...count { sites.append(try await night.site(number == 1 ? "north" : "north\(number)")) }
            try night.set("2026-07-01", "03:00:00")
            return try await body(night, sites)
        }
    }

    private func site(_ code: String) async throws -> FixtureSite {
        let site = try await world.site(code)
        let started = FixtureWorld.today.adding(days: -3650)
        var text = "code: \(code)\nname: \(code)\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in world.models.ids { text += "- {code: \(code)-\(model), model: \(model), startedOn: \(started)}\n" }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: world.models))
        return site
    }

    /// Sets the clock to a time of a day in UTC.
    func set(_ day: String, _ time: String) throws {
        guard let instant = Instant(rfc3339: "\(day)T\(time)Z") else { throw FixtureFault.missing("an instant") }
        world.clock.set(instant)
    }

    /// A worker of some jobs.
    func worker(
        _ jobs: [any NightlyJob], settings: NightSettings = NightSettings(), sender: (any MessageSender)? = nil
    ) throws -> NightWorker {
        try NightWorker(jobs, practice: practice, settings: settings, sender: sender)
    }

    /// The desk of a site.
    func desk(_ worker: NightWorker, at site: FixtureSite) async throws -> NightDesk {
        guard let found = try await worker.sites([site.code]).first else { throw FixtureFault.missing("the site") }
        return NightDesk(worker, at: found)
    }

    /// How the occurrences of a site stand, as `DATE JOB STATE`.
    func standing(_ site: FixtureSite, _ jobs: [any NightlyJob]) async throws -> [String] {
        try await desk(try worker(jobs), at: site).occurrences()
            .map { "\($0.key.date) \($0.key.job) \($0.state.rawValue)" }
    }
}

/// A job that a test makes up.
struct MadeJob: NightlyJob {
    let name: JobName
    var predecessors: [JobName] = []
    var catchUp: CatchUp = .all(atMostDays: 35)
    let summary = "what a test wants"
    let body: @Sendable (CivilDate, NightSession) async throws -> Tally

    init(
        _ name: JobName, after predecessors: [JobName] = [], catchUp: CatchUp = .all(atMostDays: 35),
        _ body: @escaping @Sendable (CivilDate, NightSession) async throws -> Tally = { _, _ in Tally() }
    ) {
        self.name = name
        self.predecessors = predecessors
        self.catchUp = catchUp
        self.body = body
    }

    func run(on day: CivilDate, site: NightSession) async throws -> Tally { try await body(day, site) }

    /// A job that leaves a row of the night behind; a second row for it would be refused.
    static func leaving(_ name: JobName = "trace", catchUp: CatchUp = .all(atMostDays: 35)) -> MadeJob {
        MadeJob(name, catchUp: catchUp) { day, site in
            try await site.transaction.execute(
                """
                INSERT INTO duty.quality (site_id, on_day, rule, pack, checked, faulty)
                VALUES (\(site.site.id.number), \(day), \(site.key.job.text), 'test', 1, 0)
                """)
            return Tally(read: 1, changes: ["rows": 1])
        }
    }
}

/// What a job says that fails.
struct MadeTrouble: Error, CustomStringConvertible {
    let description: String
}

extension NightWorld {
    /// The dates for which a job left its row.
    func traces(_ site: FixtureSite, of job: JobName = "trace") async throws -> [String] {
        try await world.transaction(in: site, access: .readOnly) { transaction in
            try await transaction.query(
                "SELECT on_day FROM duty.quality WHERE site_id = \(site.id.number) AND rule = \(job.text) ORDER BY on_day"
            ).column(0, as: CivilDate.self).map(\.description)
        }
    }
}
