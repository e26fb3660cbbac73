import Intervention

/// What a command is run with: nothing of it is global.
struct Invocation: Sendable {
    /// The models that the program was put together with, in the order given.
    let compiled: [any InterventionModel]
    /// The settings, resolved.
    let settings: Settings
    /// The settings file that was read; nil when there is none.
    let settingsFile: String?
    /// Where the command writes.
    let console: Console

    /// All models: those that the program was put together with, and after them the declared ones.
    /// - Throws: status 78 when a model's file has mistakes.
    var models: [any InterventionModel] {
        get throws(CommandFault) { compiled + (try DeclaredModels.all(beside: compiled)) }
    }

    /// All models as a registry.
    /// - Throws: status 78 when a model breaks its laws or its file has mistakes: nothing starts with it.
    func registry() throws(CommandFault) -> ModelRegistry { try registry(of: try models) }

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
