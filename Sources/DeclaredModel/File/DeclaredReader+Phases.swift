import Intervention
import YAMLFile

extension DeclaredReader {
    /// The phases of treatment. The four around them are the same in every model and stand in no file.
    mutating func readPhases(_ node: YAMLNode) -> [Phase]? {
        list(node, of: "phases") { reader, entry in reader.readPhase(entry) }
    }

    /// The steps between phases of treatment.
    mutating func readSteps(_ node: YAMLNode) -> [PhaseStep]? {
        list(node, of: "steps") { reader, entry in reader.readStep(entry) }
    }

    private mutating func readPhase(_ node: YAMLNode) -> Phase? {
        guard let values = mapping(node, keys: PhaseKey.self, of: "a phase") else { return nil }
        let id = values[.id].flatMap { name($0, of: "id", as: PhaseID.self, to: .phase) }
        let title = values[.title].flatMap { line($0, of: "title") }
        var planned: PlannedDuration?
        if let node = values[.planned] {
            planned = readPlanned(node)
            if planned == nil { return nil }
        }
        let setting = values[.setting].map { word($0, of: "setting", among: PhaseSetting.allCases) }
        guard let id, let title, setting != .some(nil) else { return nil }
        return Phase(id, title, kind: .treatment, planned: planned, setting: setting ?? nil)
    }

    private mutating func readPlanned(_ node: YAMLNode) -> PlannedDuration? {
        guard let values = mapping(node, keys: PlannedKey.self, of: "a planned duration") else { return nil }
        let least = values[.least].flatMap { parameter($0, of: "least") }
        let most = values[.most].flatMap { parameter($0, of: "most") }
        guard let least, let most else { return nil }
        return PlannedDuration(least: least, most: most)
    }

    private mutating func readStep(_ node: YAMLNode) -> PhaseStep? {
        guard let values = mapping(node, keys: StepKey.self, of: "a step") else { return nil }
        let from = values[.from].flatMap { reference($0, of: "from", as: PhaseID.self, to: .phase) }
        let to = values[.to].flatMap { reference($0, of: "to", as: PhaseID.self, to: .phase) }
        guard let from, let to else { return nil }
        let step = PhaseStep(from: from, to: to, by: .advance)
        names.give(step.description, to: nil, at: node.place)
        return step
    }
}
