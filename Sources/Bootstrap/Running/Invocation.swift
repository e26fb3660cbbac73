import Accounts
import DeclaredModel
import Intervention

/// What a command is run with: nothing of it is global.
struct Invocation: Sendable {
    /// The models that the program was put together with, in the order given.
    let compiled: [any InterventionModel]
    /// The settings, resolved.
    let settings: Settings
    /// The settings file that was read; nil when there is none.
    let settingsFile: String?
    /// The account to which the command is narrowed; nil for the operator.
    var account: AccountCode?
    /// Where the command writes.
    let console: Console

    /// All models that need no database: those that the program was put together with, and after them the declared ones.
    /// - Throws: status 78 when a model's file has mistakes.
    var models: [any InterventionModel] {
        get throws(CommandFault) { try models(keeping: []) }
    }

    /// All models, with those that a database keeps.
    /// - Throws: status 78 when a model's file has mistakes.
    func models(keeping kept: [DeclaredFile]) throws(CommandFault) -> [any InterventionModel] {
        compiled + (try DeclaredModels.shelf(keeping: kept, beside: compiled).models)
    }

    /// The declared models, with those that a database keeps.
    /// - Parameter isPatient: whether files with mistakes are left out and warned of, instead of refused.
    /// - Returns: the shelf, and what is wrong with the files that were left out, a line each.
    /// - Throws: status 78 when a model's file has mistakes.
    func shelf(
        keeping kept: [DeclaredFile], isPatient: Bool
    ) throws(CommandFault) -> (shelf: DeclaredShelf, problems: [String]) {
        guard isPatient else { return (try DeclaredModels.shelf(keeping: kept, beside: compiled), []) }
        let found = DeclaredModels.readable(keeping: kept, beside: compiled)
        for problem in found.problems { console.problem("homeward: warning: \(problem)") }
        return found
    }

    /// All models as a registry.
    /// - Parameter kept: the files that a database keeps; empty where none was asked.
    /// - Throws: status 78 when a model breaks its laws or its file has mistakes: nothing starts with it.
    func registry(keeping kept: [DeclaredFile] = []) throws(CommandFault) -> ModelRegistry {
        try registry(of: try models(keeping: kept))
    }

    /// All models as a registry, with those that the database keeps where one is there: for what is read before a
    /// connection is lent, or without one.
    func registryOfPlace() async throws -> ModelRegistry {
        try registry(keeping: try await DeclaredModels.kept(for: self, isNeeded: false))
    }

    /// Some of the models as a registry.
    /// - Throws: status 78 when one breaks its laws.
    func registry(of models: [any InterventionModel]) throws(CommandFault) -> ModelRegistry {
        do {
            return try ModelRegistry(models)
        } catch {
            throw CommandFault(.configuration, "\(error)\nRun `homeward model check` for each model by itself.")
        }
    }
}
