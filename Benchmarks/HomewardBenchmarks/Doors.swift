import Accounts
import EpisodeStore
import Intervention
import Postgres
import Practice
import PrivateCluster
import Sites
import StandardMST
import Vault

/// Accounts that a benchmark asks as: a supervisor for each team of a file, with a token of the API and a session.
struct Doors {
    private let home: HomeFolder
    private let teams: [(site: SiteCode, team: TeamCode)]

    init(_ words: Words) throws {
        home = HomeFolder(path: try words.text("home"))
        teams = try words.text("teams").split(separator: ",").map { text in
            let parts = text.split(separator: ":").map(String.init)
            guard parts.count == 2, let site = SiteCode(parts[0]), let team = TeamCode(parts[1]) else {
                throw Words.Mistake("\(text): SITE:TEAM is expected")
            }
            return (site, team)
        }
    }

    /// Opens them.
    /// - Returns: token and session of each, in the order of the teams.
    func open() async throws -> String {
        let target = ConnectionTarget(
            conninfo: try PrivateCluster(home: home).running().connectInfo(role: .application))
        let pool = Pool(PoolConfiguration(target: target, size: 1))
        let vault = Vault(try HomeKeys(folder: home.keys))
        let models = try ModelRegistry([StandardMST()])
        let practice = Practice(
            application: pool, reporting: pool, store: EpisodeStore(models: models, vault: vault, clock: .system),
            models: models, clock: .system)
        let work = AccountWork(practice: practice, vault: vault)
        var lines: [String] = []
        for (number, place) in teams.enumerated() {
            lines.append(try await open(number, place, with: work, vault, over: pool))
        }
        await pool.close()
        return lines.joined(separator: "\n")
    }

    private func open(
        _ number: Int, _ place: (site: SiteCode, team: TeamCode), with work: AccountWork, _ vault: Vault,
        over pool: Pool
    ) async throws -> String {
        guard let code = AccountCode("bench-\(number)"), let label = AccountCode("bench") else {
            throw Words.Mistake("an account's code cannot be made")
        }
        try await work.create(
            code, AccountParticulars(), with: GrantWish(.supervisor, team: place.team), at: place.site)
        let token = try await work.makeToken(
            label, for: code, actions: [.showEpisode, .recordEpisode], days: 2, at: place.site)
        let session = try await pool.transaction { transaction in
            guard let account = try await AccountDirectory(vault: vault).find(code, in: transaction)
            else { throw Words.Mistake("the account is not there") }
            return try await Sessions().begin(account, stage: .full, at: RecordClock.system.now(), in: transaction)
        }
        return "\(token.revealed()) \(session.revealed())"
    }
}
