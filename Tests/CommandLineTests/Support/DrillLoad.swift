import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import MSTCAN
import MSTFIT
import Postgres
import Practice
import PrivateCluster
import Sites
import StandardMST
import Vault

/// The service as it is now: a drill starts it anew.
actor ServedPlace {
    private(set) var served: Served

    init(_ served: Served) {
        self.served = served
    }

    func move(to served: Served) {
        self.served = served
    }
}

/// Work that goes on while servers are killed: durable writes, each noted when it was acknowledged, and pages.
actor DrillLoad {
    /// What was done.
    struct Result: Sendable {
        let acknowledged: Set<ChildID>
        let reads: Int
    }

    private let practice: Practice
    private let pools: [Pool]
    private let place: ServedPlace
    private let site: SiteCode
    private var acknowledged: Set<ChildID> = []
    private var reads = 0
    private var workers: [Task<Void, Never>] = []
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(home: HomeFolder, place: ServedPlace) throws {
        let cluster = try PrivateCluster(home: home).running()
        let pool = Pool(
            PoolConfiguration(target: ConnectionTarget(conninfo: cluster.connectInfo(role: .application)), size: 2))
        let models = try ModelRegistry([StandardMST(), MSTCAN(), MSTFIT()])
        let store = EpisodeStore(models: models, vault: Vault(try HomeKeys(folder: home.keys)), clock: .system)
        guard let site = SiteCode("north") else { throw TestTrouble("'north' is a code") }
        practice = Practice(application: pool, reporting: pool, store: store, models: models, clock: .system)
        pools = [pool]
        self.place = place
        self.site = site
    }

    func start() {
        for _ in 0..<2 { workers.append(Task { await self.write() }) }
        for path in ["/sign-in", "/readyz"] { workers.append(Task { await self.read(path) }) }
    }

    /// Waits until the next write is acknowledged.
    func untilOneMoreWrite() async {
        await withCheckedContinuation { waiters.append($0) }
    }

    func finish() async -> Result {
        for worker in workers { worker.cancel() }
        for worker in workers { await worker.value }
        for pool in pools { await pool.close() }
        return Result(acknowledged: acknowledged, reads: reads)
    }

    private func write() async {
        while !Task.isCancelled {
            let child = ChildID(high: .random(in: .min ... .max), low: .random(in: .min ... .max))
            let entry = Engine.Entry(ChildCommand.register(nil), on: CivilDate(dayNumber: 20_000))
            // What fails may or may not be on record; only what returned was acknowledged.
            guard (try? await practice.record([entry], to: child, at: site)) != nil else { continue }
            acknowledged.insert(child)
            for waiter in waiters { waiter.resume() }
            waiters = []
        }
        for waiter in waiters { waiter.resume() }
        waiters = []
    }

    private func read(_ path: String) async {
        while !Task.isCancelled {
            if await place.served.get(path) != nil { reads += 1 }
        }
    }
}

extension Workplace {
    /// The children on record, over all sites.
    func children() async throws -> Set<ChildID> {
        let cluster = try PrivateCluster(home: HomeFolder(path: environment["HOMEWARD_HOME"] ?? "")).running()
        return try await Connection.withConnection(
            to: ConnectionTarget(conninfo: cluster.connectInfo(role: .administrator))
        ) { connection in
            let ids = try await connection.query("SELECT child_id FROM record.child").column(0, as: UUIDBytes.self)
            return Set(ids.map { ChildID(high: $0.high, low: $0.low) })
        }
    }
}
