import Accounts
import CivilDate
import EpisodeEngine
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import Sites
import StandardMST
import Vault

/// A site with families in treatment, over the home that the runner made.
struct Caseload {
    /// The site.
    let site: SiteCode
    private let home: HomeFolder
    /// How many episodes it has.
    let episodes: Int
    private let connections: Int

    init(_ words: Words) throws {
        site = try words.site()
        home = HomeFolder(path: try words.text("home"))
        episodes = try words.number("episodes")
        connections = try words.number("connections")
    }

    /// The ids of the episodes: the same for the same site.
    var ids: [EpisodeID] {
        let high = site.text.utf8.reduce(UInt64(0xE0)) { $0 &* 31 &+ UInt64($1) }
        return (0..<episodes).map { EpisodeID(high: high, low: UInt64($0)) }
    }

    /// Lends the use cases over connections of the application's role.
    func withPractice<Result>(_ body: (Practice) async throws -> Result) async throws -> Result {
        try await Caseload.withPractice(over: home, connections: connections, body)
    }

    /// Lends the use cases over so many connections of the application's role, and one of the role that reads reports.
    static func withPractice<Result>(
        over home: HomeFolder, connections: Int, _ body: (Practice) async throws -> Result
    ) async throws -> Result {
        let running = try PrivateCluster(home: home).running()
        func pool(_ role: ConnectionRole, _ size: Int) -> Pool {
            let target = ConnectionTarget(conninfo: running.connectInfo(role: role))
            return Pool(PoolConfiguration(target: target, size: size))
        }
        let (application, reporting) = (pool(.application, connections), pool(.reporting, 1))
        let models = try ModelRegistry([StandardMST()])
        let store = EpisodeStore(models: models, vault: Vault(try HomeKeys(folder: home.keys)), clock: .system)
        let practice = Practice(
            application: application, reporting: reporting, store: store, models: models, clock: .system)
        func close() async {
            await application.close()
            await reporting.close()
        }
        do {
            let result = try await body(practice)
            await close()
            return result
        } catch {
            await close()
            throw error
        }
    }

    /// Records the episodes: referred, accepted and started, in the site's first team.
    func seed() async throws -> Finding {
        try await withPractice { practice in
            let clock = ContinuousClock()
            let start = clock.now
            let count = try await practice.withSite(site, for: .verify) { session in
                var batch = try await session.beginBatch()
                for id in ids { try record(try beginning(of: id, in: session), of: id, in: session, &batch) }
                let count = batch.pendingCount
                try await batch.flush(in: session.transaction)
                return count
            }
            return Finding(count: count, time: start.duration(to: clock.now))
        }
    }

    /// How an episode begins: referred to the site's first team, accepted, started.
    func beginning(of id: EpisodeID, in session: SiteSession) throws -> [Engine.Entry<EpisodeCommand>] {
        guard let team = session.site.teams.first else { throw Words.Mistake("the site has no team") }
        let day = session.today.adding(days: -60)
        let child = ChildID(high: id.high, low: id.low)
        return [
            Engine.Entry(.refer(Referral(child: child, ref: nil, model: team.model, team: team.id)), on: day),
            Engine.Entry(.screen(Screening(.accepted)), on: day),
            Engine.Entry(.startTreatment, on: day.adding(days: 5)),
        ]
    }

    /// Records an episode that is new, with its child.
    func record(
        _ entries: [Engine.Entry<EpisodeCommand>], of id: EpisodeID, in session: SiteSession, _ batch: inout RecordBatch
    ) throws {
        guard let team = session.site.teams.first, let day = entries.first?.on else { return }
        let child = try batch.begin(ChildID(high: id.high, low: id.low), in: ChildStream.self)
        try batch.record([Engine.Entry(.register(nil), on: day)], to: child, under: NoRules(), today: session.today)
        let episode = try batch.begin(id, in: EpisodeStream.self)
        try batch.record(
            entries, to: episode, under: try session.rules.beginning(team.model, on: day), today: session.today
        )
    }
}
