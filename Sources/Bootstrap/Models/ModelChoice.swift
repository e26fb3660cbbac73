import Intervention

/// Finds the model that an argument names.
enum ModelChoice {
    /// Every version of a model.
    /// - Throws: status 65, naming what exists.
    static func all(
        _ id: ModelID, among models: [any InterventionModel]
    ) throws(CommandFault) -> [any InterventionModel] {
        let found = models.filter { $0.id == id }
        guard !found.isEmpty else {
            var ids: [String] = []
            for model in models where !ids.contains(model.id.text) { ids.append(model.id.text) }
            throw CommandFault(.data, "there is no model \(id); there are \(ids.joined(separator: ", "))")
        }
        return found
    }

    /// The newest version of a model.
    static func newest(
        _ id: ModelID, among models: [any InterventionModel]
    ) throws(CommandFault) -> any InterventionModel {
        let found = try all(id, among: models)
        return found.max { $0.version < $1.version } ?? found[0]
    }
}
