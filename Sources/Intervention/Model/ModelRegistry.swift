/// The models that a programme runs, held to their laws. A list by value: there is no global registry.
public struct ModelRegistry: Sendable {
    /// All versions of all models, in the order given.
    public let models: [any InterventionModel]

    /// A registry of models that meet their laws.
    /// - Throws: ``LawBroken`` with every violation of every model.
    public init(_ models: [any InterventionModel]) throws(LawBroken) {
        var violations = models.flatMap { ModelConformance.check($0) }
        var seen: Set<ModelKey> = []
        for model in models where !seen.insert(ModelKey(id: model.id, version: model.version)).inserted {
            violations.append(
                Violation(model: model.id, law: .uniqueModel, name: "\(model.id) version \(model.version.number)")
            )
        }
        guard violations.isEmpty else { throw LawBroken(violations: violations) }
        self.models = models
    }

    /// The newest version of a model, which new episodes begin under; nil when there is no such model.
    public func newest(_ id: ModelID) -> (any InterventionModel)? {
        models.filter { $0.id == id }.max { $0.version < $1.version }
    }

    /// All versions of a model, the newest first; empty when there is no such model.
    public func versions(_ id: ModelID) -> [any InterventionModel] {
        models.filter { $0.id == id }.sorted { $0.version > $1.version }
    }

    /// One version of a model; nil when it is not registered.
    public func model(_ id: ModelID, _ version: ModelVersion) -> (any InterventionModel)? {
        models.first { $0.id == id && $0.version == version }
    }

    /// The ids of all models, in the order given, each once.
    public var ids: [ModelID] {
        models.reduce(into: []) { ids, model in
            if !ids.contains(model.id) { ids.append(model.id) }
        }
    }

    private struct ModelKey: Hashable {
        let id: ModelID
        let version: ModelVersion
    }
}

/// Models that break their laws. Nothing starts with them.
public struct LawBroken: Error, Sendable, CustomStringConvertible {
    /// What is broken, in the order of the models.
    public let violations: [Violation]

    /// One line a violation.
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}
