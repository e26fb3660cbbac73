import Intervention

extension CodeLists {
    /// Every list, those that the registered models bring among them.
    package static func all(with models: ModelRegistry) -> [CodeList] {
        let newest = models.ids.compactMap { models.newest($0) }
        return all + [list(of: newest)] + newest.map(closureReasons(of:))
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
}
