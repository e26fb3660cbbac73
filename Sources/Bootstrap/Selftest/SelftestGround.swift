import CivilDate
import EpisodeStore
import FoundationEssentials
import Glibc
import Intervention
import Postgres
import Practice
import PrivateCluster
import Schema
import Simulation
import Sites
import Vault

/// A database of its own, made for a self-test in a folder that goes with it, over a clock that the test sets.
struct SelftestGround: Sendable {
    /// The use cases over the database.
    let practice: Practice
    /// The maker of invented networks over the database.
    let simulator: Simulator
    private let models: ModelRegistry
    private let clock: Guarded<Instant>

    /// Makes the database, lends it and drops it, also when something goes wrong or the command is stopped.
    static func lend(_ invocation: Invocation, _ body: (SelftestGround) async throws -> Void) async throws {
        let folder = try makeFolder()
        let cluster = PrivateCluster(home: HomeFolder(path: folder), settings: invocation.settings.cluster.settings)
        let result: Result<Void, any Error>
        do {
            result = .success(try await work(invocation, cluster, body))
        } catch {
            result = .failure(error)
        }
        // A task of its own: what was made is dropped also when this one was cancelled.
        try await Task {
            try await cluster.discard()
            try? FileManager.default.removeItem(atPath: folder)
        }.value
        try result.get()
    }

    private static func work(
        _ invocation: Invocation, _ cluster: PrivateCluster, _ body: (SelftestGround) async throws -> Void
    ) async throws {
        let running = try await HomePreparation.startCluster(cluster, simulated: true)
        _ = try await Migrator(connecting: running.connectInfo(role: .administrator)).migrate()
        let pools = [ConnectionRole.application, ConnectionRole.reporting].map { role in
            Pool(
                PoolConfiguration(target: ConnectionTarget(conninfo: running.connectInfo(role: role)), size: 6))
        }
        do {
            let models = try invocation.registry()
            let instant = Guarded(RecordClock.system.now())
            let clock = RecordClock { instant.withLock { $0 } }
            let vault = Vault(try HomeKeys(folder: cluster.home.keys))
            let practice = Practice(
                application: pools[0], reporting: pools[1],
                store: EpisodeStore(models: models, vault: vault, clock: clock), models: models, clock: clock)
            let simulator = Simulator(
                application: pools[0], reporting: pools[1], models: models, vault: vault)
            try await body(
                SelftestGround(practice: practice, simulator: simulator, models: models, clock: instant))
        } catch {
            for pool in pools { await pool.close() }
            throw error
        }
        for pool in pools { await pool.close() }
    }

    /// Sets the clock of the test.
    func set(_ instant: Instant) { clock.withLock { $0 = instant } }

    /// Makes a site in the time zone of the test, whose nights begin at a time.
    func addSite(_ code: String, nightlyAt time: LocalTime) async throws {
        let text = """
            code: \(code)
            name: Self-test
            jurisdiction: england
            timeZone: \(SelftestGround.timeZone)
            nightly: {at: "\(time)"}
            teams: []

            """
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: models))
    }

    /// The zone whose clock changes are tried.
    static let timeZone = "Europe/London"

    /// The clock of that zone.
    static var siteClock: SiteClock {
        get throws(CommandFault) {
            guard let zone = SiteTimeZone(timeZone) else {
                throw CommandFault(
                    .configuration, "this system does not know the time zone \(timeZone): install tzdata")
            }
            return SiteClock(zone)
        }
    }

    private static func makeFolder() throws -> String {
        let place = FileManager.default.temporaryDirectory.path
        var template = Array("\(place.hasSuffix("/") ? place : place + "/")homeward-selftest-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CommandFault(.cannotCreate, "no folder can be made in \(place): \(String(cString: strerror(errno)))")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
