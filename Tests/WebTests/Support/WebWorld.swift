import Accounts
import CivilDate
import EpisodeFixtures
import EpisodeStore
import Intervention
import Logging
import NightlyJobs
import Postgres
import Practice
import PrivateCluster
import ScratchPostgres
import ServiceLifecycle
import Sites

@testable import Web

/// A service that listens on a port of its own, over a migrated database.
struct WebWorld: Sendable {
    let fixtures: FixtureWorld
    let practice: Practice
    let port: Int
    let log: LogBook
    let signIn: SignIn
    let cookies: CookieJar
    private let server: WebServer
    var routes: [WebRoute] { server.table.routes }
    var parts: WebParts { server.parts }
    /// The session of somebody who may see everything at the first sites, for tests that are about something else.
    private(set) var session: SessionToken?
    private let group: ServiceGroup
    private let work: Task<Void, any Error>

    /// Lends a service; it is shut down afterwards.
    static func with<Result: Sendable>(
        _ configuration: WebConfiguration = WebConfiguration(port: 0), sites: [String] = ["north"],
        isSignedIn: Bool = true, knowsNights: Bool = false,
        _ body: (WebWorld) async throws -> Result
    ) async throws -> Result {
        try await FixtureWorld.with { fixtures in
            try await fixtures.database.withPool(.reporting, size: 2) { reporting in
                try await fixtures.database.withPool(size: 2) { probe in
                    let practice = Practice(
                        application: fixtures.pool, reporting: reporting, store: fixtures.store,
                        models: fixtures.models, clock: fixtures.clock.recordClock)
                    for site in sites { try await apply(site, fixtures, practice) }
                    let signIn = SignIn(
                        application: fixtures.pool, vault: fixtures.vault, desk: HashingDesk(),
                        settings: SignInSettings(cost: HashCost(logRounds: 4), factorRoles: [.administrator]))
                    let parts = WebParts(
                        practice: practice, door: WebDoor(signIn: signIn), models: fixtures.models,
                        clock: fixtures.clock.recordClock,
                        readiness: Readiness(ReadinessProbe(pool: probe, sweep: probe, practice: practice)),
                        pools: [.init("application", fixtures.pool), .init("reporting", reporting)],
                        nights: knowsNights ? try nights(over: practice) : nil)
                    var world = try await start(configuration, fixtures, practice, parts)
                    do {
                        if isSignedIn { try await world.enter(sites) }
                        let result = try await body(world)
                        try await world.stop()
                        return result
                    } catch {
                        try? await world.stop()
                        throw error
                    }
                }
            }
        }
    }

    /// Does the nights, and knows how they stand.
    static func nights(over practice: Practice) throws -> NightWorker {
        try NightWorker(NightlyList.all, practice: practice, settings: NightSettings(mostTries: 1), sender: nil)
    }

    private static func start(
        _ configuration: WebConfiguration, _ fixtures: FixtureWorld, _ practice: Practice, _ parts: WebParts
    ) async throws -> WebWorld {
        let log = LogBook()
        let (ports, told) = AsyncStream<Int>.makeStream()
        let server = WebServer(configuration, over: parts, logger: log.logger) { told.yield($0) }
        var settings = ServiceGroupConfiguration(services: [server], logger: Logger(label: "group"))
        settings.logger.logLevel = .critical
        let group = ServiceGroup(configuration: settings)
        let work = Task {
            defer { told.finish() }
            try await group.run()
        }
        for await port in ports {
            return WebWorld(
                fixtures: fixtures, practice: practice, port: port, log: log, signIn: parts.door.signIn,
                cookies: CookieJar(isPlain: configuration.isSimulated && configuration.isOfThisMachine), server: server,
                group: group, work: work)
        }
        try await work.value
        throw TestTrouble("the service never listened")
    }

    private static func apply(_ code: String, _ fixtures: FixtureWorld, _ practice: Practice) async throws {
        let started = FixtureWorld.today.adding(days: -3650)
        var text =
            "code: \(code)\nname: \(code.prefix(1).uppercased() + code.dropFirst()) House\njurisdiction: england\ntimeZone: Europe/London\nteams:\n"
        for model in fixtures.models.ids {
            text += "- {code: \(code)-\(model), model: \(model), startedOn: \(started)}\n"
        }
        _ = try await practice.apply(try SiteFile.read(Array(text.utf8), models: fixtures.models))
    }

    /// Signs in somebody who manages these sites.
    private mutating func enter(_ sites: [String]) async throws {
        session = try await session(try await account("manager", .siteManager, at: sites))
    }

    /// Begins a graceful shutdown.
    func beginStop() async { await group.triggerGracefulShutdown() }

    /// Waits for its end.
    func stop() async throws {
        await beginStop()
        try await work.value
    }

    func get(_ path: String, _ method: String = "GET", headers: [String] = []) async throws -> HTTPAnswer {
        let cookie = session.map { ["Cookie: \(cookies.name(of: .session))=\($0.revealed())"] } ?? []
        return try await RawHTTP.ask(port, path, method: method, headers: headers + cookie)
    }
}
