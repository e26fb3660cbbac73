import YAMLFile

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
        var reader = SettingsFileReader()
        let root = reader.root(of: text)
        problems = reader.problems.map {
            SettingsProblem(origin: .file(name, line: $0.line), sentence: $0.sentence)
        }
        guard let root else { return }
        guard let pairs = root.pairs else {
            complain(root, "the file must be a list of settings, `name: value`")
            return
        }
        for (key, value) in pairs { read(key, value) }
    }

    private mutating func read(_ key: YAMLNode, _ value: YAMLNode) {
        guard let word = key.text else {
            complain(key, "the name of a setting is a word")
            return
        }
        guard let section = value.pairs else {
            take(word, key, value)
            return
        }
        guard SettingKey.allCases.contains(where: { $0.section == word }) else {
            complainOfUnknown(word, key, among: Self.topNames)
            return
        }
        for (inner, value) in section {
            guard let name = inner.text else {
                complain(inner, "the name of a setting is a word")
                continue
            }
            take("\(word).\(name)", inner, value)
        }
    }

    private mutating func take(_ word: String, _ key: YAMLNode, _ value: YAMLNode) {
        guard let known = SettingKey(rawValue: word) else {
            // A section with nothing under it but comments is no mistake.
            if value.isEmpty, SettingKey.allCases.contains(where: { $0.section == word }) { return }
            complainOfUnknown(word, key, among: SettingKey.allCases.map(\.rawValue) + Self.topNames)
            return
        }
        guard let text = value.text, !value.isEmpty else {
            complain(value, "\(known.rawValue) has one value")
            return
        }
        if let flaw = SettingsTable.definition(of: known).kind.flaw(in: text) {
            complain(value, "\(known.rawValue): \(flaw)")
            return
        }
        lines[known] = Line(value: text, number: value.place.line)
    }

    private mutating func complainOfUnknown(_ word: String, _ node: YAMLNode, among names: [String]) {
        let meant = NearestWord.near(word, among: names).map { "did you mean `\($0)`?" }
        complain(node, "unknown setting `\(word)`; \(meant ?? "`homeward config show` lists all there are")")
    }

    private mutating func complain(_ node: YAMLNode, _ sentence: String) {
        problems.append(SettingsProblem(origin: .file(name, line: node.place.line), sentence: sentence))
    }

    private static let topNames: [String] =
        SettingKey.allCases.reduce(into: []) { names, key in
            let name = key.section ?? key.rawValue
            if !names.contains(name) { names.append(name) }
        }
}
