import YAMLFile
import Yams

/// A settings file as it was read: each value with its line, and what is wrong with the file.
struct SettingsFile {
    /// A value of the file.
    struct Line: Hashable {
        let value: String
        let number: Int
    }

    /// Where the file is when nobody names another, from the folder that the command is run in.
    static let usualPlace = "config/homeward.yaml"

    private(set) var lines: [SettingKey: Line] = [:]
    private(set) var problems: [SettingsProblem] = []
    private let name: String

    /// No file.
    init() {
        name = SettingsFile.usualPlace
    }

    /// Reads the text of a file.
    init(named name: String, text: String) {
        self.name = name
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            if root.isEmptyScalar { return }
            guard let mapping = root.mapping else {
                complain(root, "the file must be a list of settings, `name: value`")
                return
            }
            for (key, value) in mapping { read(key, value) }
        } catch let error as YamlError {
            problems.append(SettingsProblem(origin: .file(name, line: error.lineNumber ?? 1), sentence: error.sentence))
        } catch {
            problems.append(SettingsProblem(origin: .file(name, line: 1), sentence: "the file is no YAML"))
        }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        guard let word = key.string else {
            complain(key, "the name of a setting is a word")
            return
        }
        guard let section = value.mapping else {
            take(word, key, value)
            return
        }
        guard SettingKey.allCases.contains(where: { $0.section == word }) else {
            complainOfUnknown(word, key, among: Self.topNames)
            return
        }
        for (inner, value) in section {
            guard let name = inner.string else {
                complain(inner, "the name of a setting is a word")
                continue
            }
            take("\(word).\(name)", inner, value)
        }
    }

    private mutating func take(_ word: String, _ key: Node, _ value: Node) {
        guard let known = SettingKey(rawValue: word) else {
            // A section with nothing under it but comments is no mistake.
            if value.isEmptyScalar, SettingKey.allCases.contains(where: { $0.section == word }) { return }
            complainOfUnknown(word, key, among: SettingKey.allCases.map(\.rawValue) + Self.topNames)
            return
        }
        guard let scalar = value.scalar, !value.isEmptyScalar else {
            complain(value, "\(known.rawValue) has one value")
            return
        }
        if let flaw = SettingsTable.definition(of: known).kind.flaw(in: scalar.string) {
            complain(value, "\(known.rawValue): \(flaw)")
            return
        }
        lines[known] = Line(value: scalar.string, number: value.mark?.line ?? key.mark?.line ?? 1)
    }

    private mutating func complainOfUnknown(_ word: String, _ node: Node, among names: [String]) {
        let meant = NearestWord.near(word, among: names).map { "did you mean `\($0)`?" }
        complain(node, "unknown setting `\(word)`; \(meant ?? "`homeward config show` lists all there are")")
    }

    private mutating func complain(_ node: Node, _ sentence: String) {
        problems.append(SettingsProblem(origin: .file(name, line: node.mark?.line ?? 1), sentence: sentence))
    }

    private static let topNames: [String] =
        SettingKey.allCases.reduce(into: []) { names, key in
            let name = key.section ?? key.rawValue
            if !names.contains(name) { names.append(name) }
        }
}

extension Node {
    /// Whether nothing is written where a value could stand.
    fileprivate var isEmptyScalar: Bool {
        guard let scalar else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}

extension YamlError {
    /// The line that it is about, counted from 1.
    fileprivate var lineNumber: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    /// What is wrong, without the text of the file.
    fileprivate var sentence: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            "the file is no YAML here: \(problem)"
        case .duplicatedKeysInMapping: "a setting stands in the file twice"
        default: "the file is no YAML"
        }
    }
}
