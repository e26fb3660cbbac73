import Intervention

/// What a command is run with: nothing of it is global.
struct Invocation: Sendable {
    /// The models that the program was put together with, in the order given.
    let models: [any InterventionModel]
    /// The settings, resolved.
    let settings: Settings
    /// The settings file that was read; nil when there is none.
    let settingsFile: String?
    /// Where the command writes.
    let console: Console

    /// The models as a registry.
    /// - Throws: status 78 when a model breaks its laws: nothing starts with it.
    func registry() throws(CommandFault) -> ModelRegistry {
        do {
            return try ModelRegistry(models)
        } catch {
            throw CommandFault(.configuration, "\(error)\nRun `homeward model check` for each model by itself.")
        }
    }
}
