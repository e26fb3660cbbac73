import EpisodeFixtures
import Intervention
import Postgres
import Synchronization
import Testing

@testable import Web

/// When the rows of a site are looked through, and what is said meanwhile.
struct SweepTests {
    @Test func `a service whose connections are all lent is ready all the same`() async throws {
        try await WebWorld.with { world in
            let pool = world.fixtures.pool
            let report = try await pool.withConnection { _ in
                try await pool.withConnection { _ in
                    try await pool.withConnection { _ in
                        try await pool.withConnection { _ in try await world.get("/readyz") }
                    }
                }
            }
            #expect(report.status == 200)
        }
    }

    @Test func `at the start the service is not ready until all sites were looked through`() async throws {
        let ground = try Ground(["first"])
        let readiness = ground.readiness()
        await ground.door.close()
        for _ in 0..<2 { #expect(await readiness.report() == .unsettled) }
        await ground.door.open()
        while await !readiness.report().isReady {}
        #expect(ground.looks == [try Ground.site("first"): 1])
    }

    @Test func `while a new site is looked through the last answer stands`() async throws {
        let ground = try Ground(["first"])
        let readiness = ground.readiness()
        #expect(await readiness.report().isReady)
        await ground.door.close()
        let second = try Ground.site("second")
        ground.state.withLock {
            $0.sites.append(second)
            $0.stale = [second]
        }
        for _ in 0..<2 { #expect(await readiness.report().isReady) }
        await ground.door.open()
        while await readiness.report().isReady {}
        #expect(await readiness.report() == .unsettled)
    }

    @Test func `a look through a new site that fails says nothing`() async throws {
        let ground = try Ground(["first"])
        let readiness = ground.readiness()
        #expect(await readiness.report().isReady)
        let second = try Ground.site("second")
        ground.state.withLock {
            $0.sites.append(second)
            $0.refused = [second]
        }
        #expect(await readiness.report().isReady)
    }

    @Test(arguments: [Database.away, .notMigrated, .other])
    func `after another database may have come all sites are looked through again`(_ database: Database) async throws {
        let ground = try Ground(["first"])
        let readiness = ground.readiness()
        #expect(await readiness.report().isReady)
        let first = try Ground.site("first")
        ground.state.withLock {
            $0.stale = [first]
            $0.database = database
        }
        #expect(await !readiness.report().isReady)
        ground.state.withLock { $0.database = .there }
        #expect(await readiness.report() == .unsettled)
        ground.state.withLock { $0.stale = [] }
        #expect(await readiness.report().isReady)
    }

    @Test func `what was found in a database that went away meanwhile does not count`() async throws {
        let ground = try Ground(["first"])
        let readiness = ground.readiness()
        await ground.door.close()
        #expect(await readiness.report() == .unsettled)
        ground.state.withLock { $0.database = .away }
        #expect(await readiness.report() == .nothing)
        let first = try Ground.site("first")
        ground.state.withLock {
            $0.database = .there
            $0.stale = [first]
        }
        // The first look through ends now, and found nothing.
        await ground.door.open()
        while ground.looks != [first: 2] { try #require(await readiness.report() == .unsettled) }
        #expect(await readiness.report() == .unsettled)
    }
}

extension SweepTests {
    /// What a look meets.
    enum Database: Sendable {
        case there, away, notMigrated, other
    }

    /// A database that a test makes up.
    final class Ground: Sendable {
        struct State {
            var sites: [SiteCode]
            var stale: Set<SiteCode> = []
            var refused: Set<SiteCode> = []
            var database = Database.there
            var looks: [SiteCode: Int] = [:]
        }

        let state: Mutex<State>
        let door = Door()

        init(_ sites: [String]) throws {
            state = Mutex(State(sites: try sites.map(Ground.site)))
        }

        static func site(_ code: String) throws -> SiteCode { try #require(SiteCode(code)) }

        var looks: [SiteCode: Int] { state.withLock { $0.looks } }

        func readiness() -> Readiness {
            let probe = ReadinessProbe(look: { try self.look() }, hasStaleRows: { try await self.sweep($0) })
            return Readiness(probe, interval: .zero, limit: .milliseconds(600))
        }

        private func look() throws -> ReadinessProbe.Finding {
            try state.withLock { state in
                switch state.database {
                case .there: .init(isMigrated: true, sites: state.sites, process: 1)
                case .other: .init(isMigrated: true, sites: state.sites, process: 2)
                case .notMigrated: .init(isMigrated: false, sites: [])
                case .away: throw TestTrouble("away")
                }
            }
        }

        private func sweep(_ site: SiteCode) async throws -> Bool {
            let (isStale, isRefused) = state.withLock { state in
                state.looks[site, default: 0] += 1
                return (state.stale.contains(site), state.refused.contains(site))
            }
            await door.pass()
            if isRefused { throw TestTrouble("refused") }
            return isStale
        }
    }

    /// Lets all through while it is open, and holds them while it is closed.
    actor Door {
        private var isOpen = true
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func close() { isOpen = false }

        func open() {
            isOpen = true
            for one in waiting { one.resume() }
            waiting = []
        }

        func pass() async {
            guard !isOpen else { return }
            await withCheckedContinuation { waiting.append($0) }
        }
    }
}

extension ReadinessReport {
    /// The database is as it should be, the rows are not known to be.
    fileprivate static let unsettled = ReadinessReport(database: true, migrations: true, shapes: false)
}
