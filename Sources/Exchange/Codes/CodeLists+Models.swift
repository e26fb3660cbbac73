import Intervention

extension CodeLists {
    /// Every list, those that the registered models bring among them.
    package static func all(with models: ModelRegistry) -> [CodeList] {
        let newest = models.ids.compactMap { models.newest($0) }
        return all + [list(of: newest)] + newest.map(closureReasons(of:)) + newest.map(trainings(of:))
    }

    private static func list(of models: [any InterventionModel]) -> CodeList {
        CodeList(
            name: "model", title: "The models that this programme runs",
            codes: models.map { CodeEntry($0.id.text, $0.title) }, source: "The registered models"
        )
    }

    private static func closureReasons(of model: any InterventionModel) -> CodeList {
        CodeList(
            name: "closure-reason-\(model.id)", title: "Why an episode of \(model.title) was closed",
            codes: model.closureReasons.map {
                CodeEntry($0.id.text, $0.title, attributes: [CodeAttribute("group", $0.group.rawValue)])
            },
            source: "The model \(model.id), version \(model.version.number)"
        )
    }

    private static func trainings(of model: any InterventionModel) -> CodeList {
        CodeList(
            name: "training-\(model.id)", title: "What staff of \(model.title) learn",
            codes: model.trainings.map { training in
                let roles = training.roles.map(\.rawValue).sorted().joined(separator: ", ")
                return CodeEntry(training.kind.text, training.title, attributes: [CodeAttribute("roles", roles)])
            },
            source: "The model \(model.id), version \(model.version.number)"
        )
    }
}
