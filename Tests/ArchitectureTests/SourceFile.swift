/// One Swift file of the package, taken apart as far as these tests need it.
struct SourceFile: Sendable {
    /// The path from the package's root: `Sources/Vault/Vault.swift`.
    let path: String
    /// The lines as they stand.
    let lines: [String]
    /// The lines with comments and the insides of string literals blanked out, so that only code is left.
    let code: [String]
    /// The insides of the string literals, each with the line it begins on, counted from 1.
    let literals: [(line: Int, text: String)]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var scanner = SourceScanner(text)
        scanner.scan()
        code = scanner.code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        literals = scanner.literals
    }

    /// The file's name without its folders.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// `Sources` or `Tests`.
    var tree: String { path.split(separator: "/").first.map(String.init) ?? "" }

    /// The module the file belongs to: the folder beneath `Sources` or `Tests`.
    var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : ""
    }

    /// How many lines the file has; the line break at its end begins no further one.
    var length: Int { lines.last == "" ? lines.count - 1 : lines.count }

    /// Where something stands, as an editor opens it.
    func place(_ line: Int) -> String { "\(path):\(line)" }

    /// The lines, counted from 1, in whose code a text stands.
    func linesOfCode(with text: String) -> [Int] {
        code.indices.filter { code[$0].contains(text) }.map { $0 + 1 }
    }

    /// The modules that the file imports, with the line of each.
    var imports: [(line: Int, module: String)] {
        code.enumerated().compactMap { index, line in
            guard line.contains("import ") else { return nil }
            var words = line.split(separator: " ").map(String.init)
            while let first = words.first, first.hasPrefix("@") || Self.accessWords.contains(first) {
                words.removeFirst()
            }
            guard words.count > 1, words[0] == "import" else { return nil }
            let named = Self.declarationWords.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return (index + 1, named.split(separator: ".").first.map(String.init) ?? named)
        }
    }

    private static let accessWords: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let declarationWords: Set<String> = [
        "struct", "class", "enum", "func", "protocol", "typealias", "var", "let",
    ]
}
