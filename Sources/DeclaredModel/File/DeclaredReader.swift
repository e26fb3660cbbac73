import Intervention
import Yams

extension DeclaredModel {
    /// Reads a model's file and holds it to the laws of all models.
    /// - Parameter bytes: the file, UTF-8.
    /// - Throws: every mistake at once, each with its place. The laws are asked when the form is right.
    package static func read(_ bytes: [UInt8]) throws(DeclaredProblems) -> DeclaredModel {
        var reader = DeclaredReader()
        let model = reader.read(bytes)
        if let model, reader.problems.isEmpty { reader.checkLaws(of: model) }
        guard let model, reader.problems.isEmpty else {
            let inOrder = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            throw DeclaredProblems(problems: inOrder)
        }
        return model
    }
}

/// Turns a model's file into its typed form and gathers what is wrong with it.
struct DeclaredReader {
    private(set) var problems: [DeclaredProblem] = []
    /// The names that the file gives and those that it uses.
    var names = DeclaredNames()

    /// Longer than any model needs, so that a wrong file is refused before it is read.
    private static let mostBytes = 1 << 18
    private static let clients: [ClientSubject] = [.youngPerson, .wholeFamily]

    mutating func read(_ bytes: [UInt8]) -> DeclaredModel? {
        guard let document = text(bytes), let root = root(of: document) else { return nil }
        guard let values = mapping(root, keys: ModelKey.self, of: "a model") else { return nil }
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

    mutating func report(_ code: DeclaredProblem.Code, at node: Node, _ sentence: String) {
        report(code, at: DeclaredPlace(node), sentence)
    }

    mutating func report(_ code: DeclaredProblem.Code, at place: DeclaredPlace, _ sentence: String) {
        problems.append(DeclaredProblem(code: code, line: place.line, column: place.column, sentence: sentence))
    }

    private mutating func readVersion(_ node: Node) -> ModelVersion? {
        whole(node, of: "version").flatMap(Int32.init(exactly:)).map(ModelVersion.init)
    }

    private mutating func text(_ bytes: [UInt8]) -> String? {
        guard bytes.count <= DeclaredReader.mostBytes else {
            report(.tooLong, at: .start, "a model's file has at most \(DeclaredReader.mostBytes) bytes")
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
            let place = DeclaredPlace(line: position + 1, column: 1)
            report(.notUTF8, at: place, "the line is not UTF-8; save the file as UTF-8")
        }
        return nil
    }

    private mutating func root(of document: String) -> Node? {
        do {
            // Iterated by hand: the sequence keeps its error to itself, and a copy of it would lose that.
            var documents = try Yams.compose_all(yaml: document)
            var nodes: [Node] = []
            while let node = documents.next() { nodes.append(node) }
            if let error = documents.error { throw error }
            guard let first = nodes.first else {
                report(.missingKey, at: .start, "the file is empty; a model begins with 'id:'")
                return nil
            }
            if nodes.count > 1 {
                report(.notYAML, at: nodes[1], "a file describes one model; put the next into a file of its own")
            }
            return first
        } catch let error as YamlError {
            report(error)
        } catch {
            report(.notYAML, at: .start, "the file is no YAML")
        }
        return nil
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = DeclaredPlace(line: mark.line, column: mark.column)
            report(.notYAML, at: place, "the file is no YAML from here on: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let place = DeclaredPlace(line: context.mark.line, column: context.mark.column)
            let keys = duplicates.joined(separator: ", ")
            report(.notYAML, at: place, "a key may stand once; more than once: \(keys)")
        default: report(.notYAML, at: .start, "the file is no YAML")
        }
    }
}
