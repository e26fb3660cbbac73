import DeclaredModel
import EpisodeStore
import Exchange
import Intervention
import Postgres
import Practice
import PrivateCluster
import Simulation
import Sites
import Vault

/// The parts put together: keys, connections, store, use cases. Lent to a command and taken apart after it.
struct Workbench: Sendable {
    /// All models, those that the database keeps among them.
    let models: ModelRegistry
    /// The files that the database keeps.
    let kept: [DeclaredFile]
    /// What is wrong with files of models that were left out, a line each.
    let modelProblems: [String]
    /// The use cases.
    let practice: Practice
    /// The importer of registers.
    let registers: RegisterImporter
    /// The importer of lists of interviews.
    let interviews: InterviewImporter
    /// The importer of lists of placements.
    let placements: PlacementImporter
    /// The importer of lists of provision.
    let provision: ProvisionImporter
    /// The importer of lists of follow-ups.
    let followUps: FollowUpImporter
    /// The importer of lists of training and briefings.
    let training: TrainingImporter
    /// The maker of invented networks.
    let simulator: Simulator
    /// The use cases of accounts.
    let accounts: AccountWork

    /// Lends the parts over a database that runs and is migrated.
    /// - Parameters:
    ///   - connections: how many it needs at least, whatever the settings say.
    ///   - isPatient: whether files of models with mistakes are left out and warned of, instead of refused.
    /// - Throws: what `body` throws; status 69 with the command that mends it, when there is no such database.
    static func lend(
        _ invocation: Invocation, connections: Int = 1, isPatient: Bool = false,
        _ body: (Workbench) async throws -> Void
    ) async throws {
        // What is wrong without a database is said without one.
        _ = try isPatient ? invocation.registry(of: invocation.compiled) : invocation.registry()
        let door = DatabaseDoor(settings: invocation.settings)
        let application = try door.pool(role: .application) { $0.size = max($0.size, connections) }
        let reporting = try door.pool(role: .reporting)
        do {
            try await door.checkMigrated(application)
            let kept = try await DeclaredModels.kept(in: application)
            let (shelf, problems) = try invocation.shelf(keeping: kept, isPatient: isPatient)
            let models = try invocation.registry(of: invocation.compiled + shelf.models)
            let vault = Vault(try HomeKeys(folder: invocation.settings.home.keys))
            let clock = RecordClock.system
            let whole = Practice(
                application: application, reporting: reporting,
                store: EpisodeStore(models: models, vault: vault, clock: clock), models: models, clock: clock,
                declared: DeclaredModels.documents(of: shelf, notIn: kept)
            )
            let practice: Practice
            if let account = invocation.account {
                practice = try await whole.narrowed(to: account)
            } else {
                practice = whole
            }
            let bench = Workbench(
                models: models, kept: kept, modelProblems: problems,
                practice: practice,
                registers: RegisterImporter(practice: practice, models: models, vault: vault, clock: clock),
                interviews: InterviewImporter(practice: practice, models: models, vault: vault, clock: clock),
                placements: PlacementImporter(practice: practice, models: models, vault: vault, clock: clock),
                provision: ProvisionImporter(practice: practice, models: models, vault: vault, clock: clock),
                followUps: FollowUpImporter(practice: practice, models: models, vault: vault, clock: clock),
                training: TrainingImporter(practice: practice, models: models, vault: vault, clock: clock),
                simulator: Simulator(application: application, reporting: reporting, models: models, vault: vault),
                accounts: AccountWork(
                    practice: practice, vault: vault, settings: invocation.settings.signIn,
                    refused: try invocation.settings.refusedPasswords())
            )
            try await body(bench)
        } catch {
            await close([application, reporting])
            throw error
        }
        await close([application, reporting])
    }

    /// The sites that a command is about: the one named, or all.
    func siteCodes(_ code: SiteCode?) async throws -> [SiteCode] {
        if let code { return [code] }
        return try await practice.sites().map(\.code)
    }

    private static func close(_ pools: [Pool]) async {
        for pool in pools { await pool.close() }
    }
}
