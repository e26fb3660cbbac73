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
    /// How many more conditions are read: a bound on what aliases can make of a short file.
    var conditionsLeft = 1000
    /// Whether it was said that a condition has too many levels; once is enough.
    var saysTooDeep = false

    private static let form = YAMLDocumentForm(file: "a model's file", subject: "model", firstKey: "id")
    private static let clients: [ClientSubject] = [.youngPerson, .wholeFamily]

    /// The model, with nothing where something is wrong; nil when there is no mapping at all. It is whole when no
    /// problem was reported.
    mutating func read(_ bytes: [UInt8]) -> DeclaredModel? {
        guard let document = document(bytes, as: DeclaredReader.form) else { return nil }
        guard let values = mapping(document.root, keys: ModelKey.self, of: "a model") else { return nil }
        let shared = values[.include].map { readInclude($0) } ?? SharedSet()
        let model = DeclaredModel(
            id: values[.id].flatMap { readID($0) } ?? "unread",
            version: values[.version].flatMap { readVersion($0) } ?? ModelVersion(1),
            title: values[.title].flatMap { line($0, of: "title") } ?? "",
            client: values[.client].flatMap { word($0, of: "client", among: DeclaredReader.clients) } ?? .youngPerson,
            parameters: part(.parameters, values) { $0.readParameters($1) }.after(shared.parameters, by: \.key),
            criteria: part(.criteria, values) { $0.readCriteria($1) }.after(shared.criteria, by: \.key),
            requirements: part(.requirements, values) { $0.readRequirements($1) },
            phases: PhaseGraph(
                treatment: part(.phases, values) { $0.readPhases($1) },
                advances: part(.steps, values) { $0.readSteps($1) }),
            facts: part(.facts, values) { $0.readFacts($1) }.after(shared.facts, by: \.kind),
            trackers: part(.trackers, values) { $0.readTrackers($1) }.after(shared.trackers, by: \.key),
            modules: part(.modules, values) { $0.readModules($1) }.after(shared.modules, by: \.key),
            duties: part(.duties, values) { $0.readDuties($1) }.after(shared.duties, by: \.obligation),
            instruments: part(.instruments, values) { $0.readInstruments($1) }.after(shared.instruments, by: \.id),
            outcomes: part(.outcomes, values) { $0.readOutcomes($1) }.after(shared.outcomes, by: \.key),
            measures: part(.measures, values) { $0.readCountedMeasures($1) },
            closureReasons: part(.closureReasons, values) { $0.readReasons($1) }.after(shared.closureReasons, by: \.id),
            trainings: part(.trainings, values) { $0.readTrainings($1) }.after(shared.trainings, by: \.kind),
            targets: part(.targets, values) { $0.readTargets($1) }
        )
        checkNames()
        return model
    }

    /// A part of the file; nothing when it is missing or wrong, which is reported where it is one.
    private mutating func part<Entry>(
        _ key: ModelKey, _ values: [ModelKey: YAMLNode], _ read: (inout DeclaredReader, YAMLNode) -> [Entry]?
    ) -> [Entry] {
        values[key].flatMap { read(&self, $0) } ?? []
    }

    /// The word by which commands mean all models is no model's id.
    private mutating func readID(_ node: YAMLNode) -> ModelID? {
        guard let id = name(node, of: "id", as: ModelID.self) else { return nil }
        guard id != "all" else {
            report(.badName, at: node, "'all' stands for every model and cannot be the id of one; give it a name")
            return nil
        }
        return id
    }

    private mutating func readVersion(_ node: YAMLNode) -> ModelVersion? {
        whole(node, of: "version").flatMap(Int32.init(exactly:)).map(ModelVersion.init)
    }
}
