import Accounts
import DeclaredModel
import EpisodeStore
import Glibc
import Intervention
import Logging
import NightlyJobs
import Postgres
import Practice
import PrivateCluster
import ServiceLifecycle
import Vault
import Web

/// Runs the service over the database that the settings mean, from the cluster's start to its stop.
///
/// Cancelling the task that runs it is the way to end it: it then finishes what it is answering.
struct Serving: Sendable {
    private let invocation: Invocation
    private let logger: Logger
    private let tellListening: @Sendable (String) throws -> Void

    /// A service.
    /// - Parameter tellListening: told the address once it listens; prints the line by default.
    init(_ invocation: Invocation, tellListening: (@Sendable (String) throws -> Void)? = nil) {
        self.invocation = invocation
        self.tellListening =
            tellListening ?? { [console = invocation.console] address in
                try console.result("Homeward listens on \(address)")
            }
        logger = Logger(label: "homeward.serve") { _ in JSONLogHandler(isQuiet: invocation.console.isQuiet) }
    }

    /// Runs until the task is cancelled, and returns when all is closed.
    func run() async throws {
        // Whoever read the log may go away; the service stays.
        signal(SIGPIPE, SIG_IGN)
        // What is wrong without a database is said before one is started.
        _ = try invocation.registry(of: invocation.compiled)
        let ground = try await ServingGround.prepare(invocation)
        do {
            try await serve(over: ground)
        } catch {
            try? await ground.leave()
            throw error
        }
        try await ground.leave()
    }

    private func serve(over ground: ServingGround) async throws {
        let pools = try ServingPools(DatabaseDoor(settings: invocation.settings), logger)
        do {
            try await serve(over: ground, pools)
        } catch {
            await pools.close()
            throw error
        }
        await pools.close()
    }

    private func serve(over ground: ServingGround, _ pools: ServingPools) async throws {
        try await DatabaseDoor(settings: invocation.settings).checkMigrated(pools.probe)
        let (shelf, problems) = try invocation.shelf(
            keeping: try await DeclaredModels.kept(in: pools.probe), isPatient: true)
        let models = try invocation.registry(of: invocation.compiled + shelf.models)
        let nights = NightParts(invocation.settings, modelProblems: problems)
        let vault = Vault(try HomeKeys(folder: invocation.settings.home.keys))
        let clock = RecordClock.system
        let practice = Practice(
            application: pools.application, reporting: pools.reporting,
            store: EpisodeStore(models: models, vault: vault, clock: clock), models: models, clock: clock,
            asker: .programme)
        try await refuseMissingModels(practice)
        warnOfOpenDoor()
        let parts = WebParts(
            practice: practice,
            door: WebDoor(
                signIn: SignIn(
                    application: pools.application, vault: vault, desk: HashingDesk(),
                    settings: invocation.settings.signIn),
                refused: try invocation.settings.refusedPasswords()),
            models: models, clock: clock,
            readiness: Readiness(ReadinessProbe(pool: pools.probe, sweep: pools.sweep, practice: practice)),
            pools: pools.named, nights: try nights.worker(over: practice, sends: false))
        let night = pools.nights.map { NightService(practice: practice.over($0), parts: nights, logger: logger) }
        // What keeps messages from leaving is said at once, and not in the first night.
        if night != nil { _ = try nights.worker(over: practice, sends: true) }
        // Sealing reads much when much is new: it has the connection that looks rows through.
        let seals = SealService(
            practice: practice.over(pools.sweep), book: try SealBook(of: invocation.settings.home), logger: logger)
        try await runServices(over: ground, parts, night, seals)
    }

    private func runServices(
        over ground: ServingGround, _ parts: WebParts, _ night: NightService?, _ seals: SealService
    ) async throws {
        let stop = StopButton()
        let web = WebServer(configuration(ground), over: parts, logger: logger) { [tellListening, host] port in
            // A line that nobody can read does not end the service.
            try? tellListening("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
            await stop.listening()
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        if let cluster = ground.cluster {
            services.append(.init(service: ClusterWatching(cluster: cluster, logger: logger)))
        }
        services.append(.init(service: web))
        if let night { services.append(.init(service: night)) }
        services.append(.init(service: seals))
        var configuration = ServiceGroupConfiguration(services: services, logger: quietLogger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        let group = ServiceGroup(configuration: configuration)
        await stop.connect(to: group)
        // A task of its own: cancelling this one must begin the shutdown, not cut it short.
        let work = Task { try await group.run() }
        try await withTaskCancellationHandler {
            do {
                try await work.value
            } catch  where Task.isCancelled && error is CancellationError {
                // Something was still being answered after the time for it: it was cut off.
            }
        } onCancel: {
            Task { await stop.press() }
        }
    }

    private func configuration(_ ground: ServingGround) -> WebConfiguration {
        let settings = invocation.settings
        return WebConfiguration(
            host: host, port: settings.whole(.servePort), names: list(.serveNames),
            address: settings[.serveAddress].value, proxies: list(.serveProxies), isSimulated: ground.isSimulated,
            version: ProgramVersion.text)
    }

    private func list(_ key: SettingKey) -> [String] {
        invocation.settings[key].value?.split(separator: ",").map(String.init) ?? []
    }

    /// Where it listens. Without a setting it is reached from this machine only.
    private var host: String { invocation.settings[.serveHost].value ?? "127.0.0.1" }

    private func refuseMissingModels(_ practice: Practice) async throws {
        let missing = try await practice.missingModels()
        guard !missing.isEmpty else { return }
        let lines = missing.map { missing in
            "site \(missing.site): \(missing.episodes) open episode\(missing.episodes == 1 ? "" : "s") under model"
                + " \(missing.model) version \(missing.version.number)"
        }
        throw CommandFault(
            .configuration,
            "this program lacks versions of models that open episodes are pinned to; use one that has them\n"
                + lines.joined(separator: "\n"))
    }

    /// Anything but this machine's own addresses lets others in.
    private func warnOfOpenDoor() {
        guard host != "localhost", host != "::1", !host.hasPrefix("127.") else { return }
        invocation.console.problem(
            "homeward: warning: \(host) is reached by others: nobody can sign in without a proxy with TLS in front")
    }

    /// The framework's own lines help nobody; faults come out as errors.
    private var quietLogger: Logger {
        var logger = logger
        logger.logLevel = .critical
        return logger
    }
}
