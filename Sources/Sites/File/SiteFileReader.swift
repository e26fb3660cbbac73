import CivilDate
import Intervention
import Yams

extension SiteFile {
    /// Reads a site file.
    /// - Parameters:
    ///   - bytes: the file, UTF-8.
    ///   - models: the models that a team may deliver.
    /// - Throws: every mistake at once, each with its place.
    package static func read(_ bytes: [UInt8], models: ModelRegistry) throws(SiteFileProblems) -> SiteFile {
        var reader = SiteFileReader(models: models.ids)
        let file = reader.read(bytes)
        guard let file, reader.problems.isEmpty else {
            let inOrder = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
            throw SiteFileProblems(problems: inOrder)
        }
        return file
    }
}

/// Turns a site file into its typed form and gathers what is wrong with it.
struct SiteFileReader {
    let models: [ModelID]
    private(set) var problems: [SiteFileProblem] = []

    init(models: [ModelID]) {
        self.models = models
    }

    mutating func read(_ bytes: [UInt8]) -> SiteFile? {
        guard let document = text(bytes), let root = root(of: document) else { return nil }
        guard let values = mapping(root, keys: SiteFileKey.self, of: "a site file") else { return nil }
        let code = values[.code].flatMap { readSiteCode($0) }
        let name = values[.name].flatMap { readName($0) }
        let jurisdiction = values[.jurisdiction].flatMap { readJurisdiction($0) }
        let timeZone = values[.timeZone].flatMap { readTimeZone($0) }
        let teams = values[.teams].flatMap { readTeams($0) }
        guard let code, let name, let jurisdiction, let timeZone, let teams else { return nil }
        return SiteFile(
            code: code, name: name, jurisdiction: jurisdiction, timeZone: timeZone, teams: teams, document: document
        )
    }

    mutating func report(_ code: SiteFileProblem.Code, at node: Node, _ sentence: String) {
        report(code, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, sentence)
    }

    private mutating func report(_ code: SiteFileProblem.Code, line: Int, column: Int, _ sentence: String) {
        problems.append(SiteFileProblem(code: code, line: line, column: column, sentence: sentence))
    }

    private mutating func text(_ bytes: [UInt8]) -> String? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return text }
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (position, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
            report(.notUTF8, line: position + 1, column: 1, "the line is not UTF-8; save the file as UTF-8")
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
                report(.missingKey, line: 1, column: 1, "the file is empty; a site file begins with 'code:'")
                return nil
            }
            if nodes.count > 1 {
                report(.notYAML, at: nodes[1], "a file describes one site; put the next into a file of its own")
            }
            return first
        } catch let error as YamlError {
            report(error)
        } catch {
            report(.notYAML, line: 1, column: 1, "the file is no YAML")
        }
        return nil
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(.notYAML, line: mark.line, column: mark.column, "the file is no YAML from here on: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.joined(separator: ", ")
            report(
                .notYAML, line: context.mark.line, column: context.mark.column,
                "a key may stand once; more than once: \(keys)"
            )
        default: report(.notYAML, line: 1, column: 1, "the file is no YAML")
        }
    }
}
