import Intervention
import YAMLFile

extension DeclaredModel {
    /// Reads a model's file and holds it to the laws of all models.
    /// - Parameter bytes: the file, UTF-8.
    /// - Throws: every mistake at once, each with its place. The laws are asked when the form is right.
    package static func read(_ bytes: [UInt8]) throws(DeclaredProblems) -> DeclaredModel {
        var reader = DeclaredReader()
        let model = reader.read(bytes)
        if let model, reader.problems.isEmpty { reader.checkLaws(of: model) }
        guard let model, reader.problems.isEmpty else { throw DeclaredProblems(reader.problems) }
        return model
    }
}

/// Turns a model's file into its typed form and gathers what is wrong with it.
struct DeclaredReader: YAMLReader {
    var problems: [DeclaredProblem] = []
    /// The names that the file gives and those that it uses.
    var names = DeclaredNames()

    private static let form = YAMLDocumentForm(file: "a model's file", subject: "model", firstKey: "id")
    private static let clients: [ClientSubject] = [.youngPerson, .wholeFamily]

    mutating func read(_ bytes: [UInt8]) -> DeclaredModel? {
        guard let document = document(bytes, as: DeclaredReader.form) else { return nil }
        guard let values = mapping(document.root, keys: ModelKey.self, of: "a model") else { return nil }
        let parameters = values[.parameters].flatMap { readParameters($0) }
        let criteria = values[.criteria].flatMap { readCriteria($0) }
        let id = values[.id].flatMap { name($0, of: "id", as: ModelID.self) }
        let version = values[.version].flatMap { readVersion($0) }
        let title = values[.title].flatMap { line($0, of: "title") }
        let client = values[.client].flatMap { word($0, of: "client", among: DeclaredReader.clients) }
        let phases = values[.phases].flatMap { readPhases($0) }
        let steps = values[.steps].flatMap { readSteps($0) }
        let requirements = values[.requirements].flatMap { readRequirements($0) }
        let instruments = values[.instruments].flatMap { readInstruments($0) }
        let outcomes = values[.outcomes].flatMap { readOutcomes($0) }
        let reasons = values[.closureReasons].flatMap { readReasons($0) }
        let targets = values[.targets].flatMap { readTargets($0) }
        checkNames()
        guard let parameters, let criteria, let id, let version, let title, let client, let phases, let steps,
            let requirements, let instruments, let outcomes, let reasons, let targets
        else { return nil }
        return DeclaredModel(
            id: id, version: version, title: title, client: client, parameters: parameters, criteria: criteria,
            requirements: requirements, phases: PhaseGraph(treatment: phases, advances: steps),
            instruments: instruments, outcomes: outcomes, closureReasons: reasons, targets: targets
        )
    }

    private mutating func readVersion(_ node: YAMLNode) -> ModelVersion? {
        whole(node, of: "version").flatMap(Int32.init(exactly:)).map(ModelVersion.init)
    }
}
